/**
 * What people do: run commands, press buttons, write, edit and delete messages.
 *
 * A person can do no more here than in Discord's own clients: commands must be registered, options must fit them, and
 * only buttons that stand on a message can be pressed.
 */
import {
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageFlags,
  type APIMessage,
  type APIUser,
} from 'discord.js';
import {createExchange, type Exchange} from './exchange.js';
import {fillOptions, type Filled, type OptionValue} from './fill-options.js';
import {findComponent} from './find-component.js';
import {sendInteraction} from './interactions.js';
import {addMessage, changeMessage, removeMessage} from './messages.js';
import type {Channel, Command, World} from './model.js';
import {directChannel} from './routes-account.js';
import type {Until} from './until.js';

/** Where something is said and by whom; the first channel and Ada where it is left out. */
export interface Place {
  readonly channel?: string;
  readonly user?: string;
}

export interface CommandLine extends Place {
  readonly name: string;
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface Words extends Place {
  readonly text: string;
  /** The message that is replied to, and whether its author is told (as clients do by default). */
  readonly replyTo?: string;
  readonly pings?: boolean;
  readonly files?: APIMessage['attachments'];
  readonly embeds?: APIMessage['embeds'];
  readonly nonce?: string;
}

export interface Say {
  readonly command: (line: CommandLine) => Exchange;
  /** Type into an option; `focused` names it. */
  readonly autocomplete: (line: CommandLine & {readonly focused: string}) => Exchange;
  /** A command of a message's context menu. */
  readonly messageCommand: (choice: Place & {readonly name: string; readonly target: string}) => Exchange;
  /** Press the button of a message by its `custom_id` or its label. */
  readonly press: (press: Place & {readonly message: string; readonly button: string}) => Exchange;
  readonly select: (
    choice: Place & {readonly message: string; readonly menu: string; readonly values: readonly string[]},
  ) => Exchange;
  readonly submit: (
    form: Place & {readonly form: string; readonly fields: Readonly<Record<string, string>>},
  ) => Exchange;
  readonly message: (words: Words) => APIMessage;
  /** As `message`, with the bot named in front. */
  readonly mention: (words: Words) => APIMessage;
  readonly direct: (words: Omit<Words, 'channel'>) => APIMessage;
  readonly edit: (message: string, text: string) => APIMessage;
  readonly remove: (message: string) => void;
}

export function createSay(world: World, until: Until, first: {readonly channel: string; readonly user: string}): Say {
  const channelOf = (place: Place): Channel => {
    const channel = world.channels.get(place.channel ?? first.channel);
    if (!channel) throw new Error(`There is no channel ${place.channel ?? first.channel}.`);
    return channel;
  };
  const userOf = (place: Place): APIUser => {
    const user = world.users.get(place.user ?? first.user);
    if (!user) throw new Error(`There is nobody ${place.user ?? first.user}.`);
    return user;
  };
  const act = (place: Place, parts: Parameters<typeof sendInteraction>[1]['parts']): Exchange => {
    const interaction = sendInteraction(world, {channel: channelOf(place), user: userOf(place), parts});
    return createExchange(world, interaction, until);
  };
  const registered = (place: Place, name: string, type: ApplicationCommandType): Command => {
    const {guildId} = channelOf(place);
    const known = [...(world.commands.get(guildId ?? '') ?? []), ...(world.commands.get('global') ?? [])];
    const command = known.find((one) => one.name === name && one.type === type);
    if (!command) throw new Error(`No command ${name} is registered.`);
    return command;
  };
  const dataOf = (command: Command, filled: Filled): Record<string, unknown> => ({
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : {guild_id: command.guild_id}),
    options: filled.options,
    ...(filled.resolved ? {resolved: filled.resolved} : {}),
  });
  const findMessage = (id: string): {readonly channel: Channel; readonly message: APIMessage} => {
    for (const channel of world.channels.values()) {
      const message = channel.messages.find((one) => one.id === id);
      if (message) return {channel, message};
    }
    throw new Error(`There is no message ${id}.`);
  };
  const write = (words: Words, text: string): APIMessage => {
    const channel = channelOf(words);
    const parent = words.replyTo === undefined ? undefined : findMessage(words.replyTo).message;
    if (channel.archived) channel.archived = false;
    return addMessage(world, {
      channel,
      author: userOf(words),
      content: text,
      nonce: words.nonce ?? world.nextId(),
      ...(words.embeds ? {embeds: words.embeds} : {}),
      ...(words.files ? {attachments: words.files} : {}),
      ...(parent ? {parent, pingsParent: words.pings ?? true} : {}),
    });
  };
  const onMessage = (place: Place & {readonly message: string}): Place => ({
    ...place,
    channel: findMessage(place.message).channel.id,
  });

  return {
    command(line) {
      const command = registered(line, line.name, ApplicationCommandType.ChatInput);
      const data = dataOf(command, fillOptions(world, command, line));
      return act(line, {type: InteractionType.ApplicationCommand, data, commandName: line.name});
    },
    autocomplete(line) {
      const command = registered(line, line.name, ApplicationCommandType.ChatInput);
      const data = dataOf(command, fillOptions(world, command, line, line.focused));
      return act(line, {type: InteractionType.ApplicationCommandAutocomplete, data, commandName: line.name});
    },
    messageCommand(choice) {
      const command = registered(choice, choice.name, ApplicationCommandType.Message);
      const {channel, message} = findMessage(choice.target);
      const resolved = {messages: {[message.id]: message}};
      const data = {...dataOf(command, {options: [], resolved}), target_id: message.id};
      const parts = {type: InteractionType.ApplicationCommand, data, targetId: message.id, commandName: choice.name};
      return act({...choice, channel: channel.id}, parts);
    },
    press(press) {
      const {message} = findMessage(press.message);
      const button = findComponent(message, press.button, [ComponentType.Button]);
      const data = {custom_id: button.custom_id, component_type: ComponentType.Button, id: button.id};
      return act(onMessage(press), {type: InteractionType.MessageComponent, data, message});
    },
    select(choice) {
      const {message} = findMessage(choice.message);
      const menu = findComponent(message, choice.menu, [ComponentType.StringSelect]);
      const offered = (menu.options ?? []).map(({value}) => value);
      const missing = choice.values.find((value) => !offered.includes(value));
      if (missing !== undefined) throw new Error(`The menu offers ${offered.join(', ')}, and not ${missing}.`);
      const data = {
        custom_id: menu.custom_id,
        component_type: ComponentType.StringSelect,
        values: choice.values,
        id: menu.id,
      };
      return act(onMessage(choice), {type: InteractionType.MessageComponent, data, message});
    },
    submit(form) {
      const fields = Object.entries(form.fields);
      const components = fields.map(([custom_id, value], at) => ({
        type: ComponentType.ActionRow,
        id: 2 * at + 1,
        components: [{type: ComponentType.TextInput, id: 2 * at + 2, custom_id, value}],
      }));
      return act(form, {type: InteractionType.ModalSubmit, data: {custom_id: form.form, components}});
    },
    message: (words) => write(words, words.text),
    mention: (words) => write(words, `<@${world.bot.id}> ${words.text}`.trimEnd()),
    direct: (words) => write({...words, channel: directChannel(world, userOf(words).id).id}, words.text),
    edit(id, text) {
      const {channel, message} = findMessage(id);
      const named = [...text.matchAll(/<@!?(\d+)>/g)].flatMap((match) => world.users.get(match[1] ?? '') ?? []);
      const replied = message.mentions.filter((user) => user.id === message.referenced_message?.author.id);
      const mentions = [...new Set([...named, ...replied])];
      return changeMessage(world, channel, Object.assign(message, {mentions}), {content: text});
    },
    remove(id) {
      const {channel, message} = findMessage(id);
      if (((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0) message.flags = MessageFlags.Ephemeral;
      removeMessage(world, channel, message);
    },
  };
}
