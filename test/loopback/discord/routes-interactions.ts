/**
 * Answers to interactions: one callback within 3 seconds, then a webhook for 15 minutes.
 *
 * Source: Discord documentation, "Receiving and Responding to Interactions".
 */
import {
  ApplicationIntegrationType,
  InteractionResponseType as Kind,
  InteractionType,
  MessageFlags,
  type APIMessage,
} from 'discord.js';
import {noContent, ok, param, record, type Answer, type Call, type Routes} from './call.js';
import {DiscordError} from './discord-error.js';
import {contentOf, mayPingOf, messageBody, refuseEmpty, type MessageBody} from './message-body.js';
import {addMessage, changeMessage, isEphemeral, removeMessage, toFlags} from './messages.js';
import type {Channel, Interaction, World} from './model.js';
import {keepingFlags} from './routes-messages.js';

/** How long a first answer, and how long everything after it, is taken. */
const callbackMs = 3000;
const tokenMs = 15 * 60_000;

const webhook = '/webhooks/:app/:token';

export const interactionRoutes: Routes = {
  'POST /interactions/:interaction/:token/callback': answer,
  [`POST ${webhook}`]: (call) => ok(followUp(call)),
  [`GET ${webhook}/messages/:message`]: (call) => ok(pointed(call).message),
  [`PATCH ${webhook}/messages/:message`]: (call) => ok(editPointed(call)),
  [`DELETE ${webhook}/messages/:message`]: (call) => {
    const {message, channel} = pointed(call);
    removeMessage(call.world, channel, message);
    return noContent;
  },
};

function answer(call: Call): Answer {
  const {world, query} = call;
  const interaction = world.interactions.get(param(call, 'token'));
  if (interaction?.id !== param(call, 'interaction')) throw new DiscordError(10062);
  if (interaction.callback) {
    const rule = 'second callback to one interaction';
    if (!world.unheard.has(interaction.token)) world.violations.push({where: call.route, rule});
    throw new DiscordError(40060);
  }
  const lateMs = world.now() - interaction.createdAtMs - callbackMs;
  if (lateMs > 0) {
    world.violations.push({where: call.route, rule: `callback ${Math.ceil(lateMs)} ms after its 3 s`});
    throw new DiscordError(10062);
  }
  const {type, data} = record(call.body);
  const kind = type as Kind;
  refuseMisfit(interaction, kind);
  const message = carryOut(call, interaction, kind, messageBody(data));
  interaction.callback = {type: kind, data, tookMs: performance.now() - interaction.sentMs};
  if (message) interaction.originalId = message.id;
  if (kind !== Kind.DeferredChannelMessageWithSource && kind !== Kind.DeferredMessageUpdate) settle(interaction);
  world.changed();
  return query.get('with_response') === 'true' ? ok(callbackResponse(interaction, kind, message)) : noContent;
}

function settle(interaction: Interaction): void {
  interaction.answeredTookMs ??= performance.now() - interaction.sentMs;
}

/** @throws DiscordError 50035 for an answer that this kind of interaction cannot have. */
function refuseMisfit({type}: Interaction, kind: Kind): void {
  const completing = type === InteractionType.ApplicationCommandAutocomplete;
  const updating = kind === Kind.UpdateMessage || kind === Kind.DeferredMessageUpdate;
  const onMessage = type === InteractionType.MessageComponent || type === InteractionType.ModalSubmit;
  const misfit =
    completing !== (kind === Kind.ApplicationCommandAutocompleteResult) ||
    (updating && !onMessage) ||
    (kind === Kind.Modal && type === InteractionType.ModalSubmit);
  const message = 'Interactions of this type cannot be answered so.';
  if (misfit) throw new DiscordError(50035, [{path: 'type', code: 'INTERACTION_TYPE_MISMATCH', message}]);
}

function carryOut(call: Call, interaction: Interaction, kind: Kind, body: MessageBody): APIMessage | undefined {
  const {world} = call;
  switch (kind) {
    case Kind.ChannelMessageWithSource: {
      const content = contentOf(call, body);
      refuseEmpty(content);
      return post(world, interaction, {...content, body});
    }
    case Kind.DeferredChannelMessageWithSource: {
      const flags = toFlags(((body.flags ?? 0) & MessageFlags.Ephemeral) | MessageFlags.Loading);
      return post(world, interaction, {flags, body});
    }
    case Kind.UpdateMessage: {
      const {channel, message} = placeOf(world, interaction, interaction.sourceId);
      return changeMessage(world, channel, message, keepingFlags(message, contentOf(call, body, message.attachments)));
    }
    case Kind.DeferredMessageUpdate:
      return placeOf(world, interaction, interaction.sourceId).message;
    default:
      return undefined;
  }
}

type Post = ReturnType<typeof contentOf> & {readonly body: MessageBody; readonly parent?: APIMessage};

function post(world: World, interaction: Interaction, {body, ...content}: Post): APIMessage {
  const {channelId, userId} = interaction;
  const channel = world.channels.get(channelId);
  const user = world.users.get(userId);
  if (!channel || !user) throw new DiscordError(10003);
  const owners = channel.guildId ?? '0';
  const metadata = {
    id: interaction.id,
    type: interaction.type,
    user,
    authorizing_integration_owners: {[ApplicationIntegrationType.GuildInstall]: owners},
    ...(interaction.sourceId === undefined ? {} : {interacted_message_id: interaction.sourceId}),
    ...(interaction.targetId === undefined ? {} : {target_message_id: interaction.targetId}),
  } as unknown as NonNullable<APIMessage['interaction_metadata']>;
  return addMessage(world, {...content, channel, author: world.bot, interaction: metadata, mayPing: mayPingOf(body)});
}

function callbackResponse(interaction: Interaction, kind: Kind, message: APIMessage | undefined): object {
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: ((message.flags ?? 0) & MessageFlags.Loading) !== 0,
            response_message_ephemeral: isEphemeral(message),
          }
        : {}),
    },
    resource: {type: kind, ...(message ? {message} : {})},
  };
}

/** @throws DiscordError 10015 before the callback, 50027 after 15 minutes. */
function opened(call: Call): Interaction {
  const interaction = call.world.interactions.get(param(call, 'token'));
  if (param(call, 'app') !== call.world.bot.id || !interaction) throw new DiscordError(50027);
  if (call.world.now() - interaction.createdAtMs > tokenMs) {
    call.world.violations.push({where: call.route, rule: 'interaction token used after its 15 minutes'});
    throw new DiscordError(50027);
  }
  if (!interaction.callback) throw new DiscordError(10015);
  return interaction;
}

function placeOf(
  world: World,
  interaction: Interaction,
  id: string | undefined,
): {channel: Channel; message: APIMessage} {
  const channel = world.channels.get(interaction.channelId);
  const message = channel?.messages.find((one) => one.id === id);
  if (!channel || !message) throw new DiscordError(10008);
  return {channel, message};
}

function pointed(call: Call): {channel: Channel; message: APIMessage; interaction: Interaction} {
  const interaction = opened(call);
  const named = param(call, 'message');
  const id = named === '@original' ? interaction.originalId : named;
  const own = id !== undefined && (id === interaction.originalId || interaction.followUpIds.includes(id));
  if (!own) throw new DiscordError(10008);
  return {...placeOf(call.world, interaction, id), interaction};
}

function editPointed(call: Call): APIMessage {
  const {channel, message, interaction} = pointed(call);
  const changes = contentOf(call, messageBody(call.body), message.attachments);
  const {flags = 0} = keepingFlags(message, changes);
  const changed = changeMessage(call.world, channel, message, {
    ...changes,
    flags: toFlags(flags & ~MessageFlags.Loading),
  });
  refuseEmpty(changed);
  settle(interaction);
  call.world.changed();
  return changed;
}

/** A new message, or the one that a deferred answer still owes. */
function followUp(call: Call): APIMessage {
  const interaction = opened(call);
  const body = messageBody(call.body);
  const content = contentOf(call, body);
  refuseEmpty(content);
  const {world} = call;
  const channel = world.channels.get(interaction.channelId);
  const owed = channel?.messages.find(({id}) => id === interaction.originalId);
  settle(interaction);
  if (channel && owed && ((owed.flags ?? 0) & MessageFlags.Loading) !== 0) {
    const {flags = 0} = keepingFlags(owed, content);
    return changeMessage(world, channel, owed, {...content, flags: toFlags(flags & ~MessageFlags.Loading)});
  }
  const message = post(world, interaction, {...content, body});
  interaction.followUpIds.push(message.id);
  world.changed();
  return message;
}
