/**
 * A turn of the desk as the answer to an interaction.
 *
 * Discord waits 3 s for the first answer. It is the whole answer where that is ready in time, and otherwise the news
 * that there will be one.
 * Source: Discord, "Receiving and Responding to Interactions".
 */
import {
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type APIChatInputApplicationCommandInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
} from 'discord.js';
import type {Turn} from '../../bot/turn.js';
import {replyToBodies, toEphemeral, unshownBody, type Body} from './body.js';
import type {Calls} from './calls.js';
import {failureOf} from './failures.js';
import {standingAnswers} from './standing.js';

export type Asking =
  APIChatInputApplicationCommandInteraction | APIMessageApplicationCommandInteraction | APIMessageComponentInteraction;

/** @throws What Discord refused, after the asker has been told where that is possible. */
export async function answerInteraction(
  asking: Asking,
  turning: Promise<Turn>,
  calls: Calls,
  deferAfterMs: number,
): Promise<void> {
  const turn = await within(turning, deferAfterMs);
  try {
    if (turn) {
      await answerAtOnce(asking, turn, calls);
    } else {
      await defer(asking, calls);
      await answerLate(asking, await turning, calls);
    }
  } catch (error) {
    if (failureOf(error) === 'other') await tellUnshown(asking, turn !== undefined, calls);
    throw error;
  }
}

async function answerAtOnce(asking: Asking, turn: Turn, calls: Calls): Promise<void> {
  if (turn.type !== 'say') {
    // A press may be answered with nothing at all; a command has to be answered, and the answer is taken back.
    await defer(asking, calls);
    await answerLate(asking, turn, calls);
    return;
  }
  const [first, ...rest] = replyToBodies(turn.reply).map((body) => seen(asking, turn, body));
  if (!first) return;
  const isInPlace = turn.at === 'same' && isPress(asking);
  const type = isInPlace ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
  const {file, ...data} = first;
  await calls.answer(asking, {type, data}, file);
  for (const body of rest) await calls.followUp(asking, body);
}

async function defer(asking: Asking, calls: Calls): Promise<void> {
  await calls.answer(
    asking,
    isPress(asking)
      ? {type: InteractionResponseType.DeferredMessageUpdate}
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: isDirect(asking) ? {} : {flags: MessageFlags.Ephemeral},
        },
  );
}

async function answerLate(asking: Asking, turn: Turn, calls: Calls): Promise<void> {
  // The original is a message that says that the bot thinks, or the one whose button was pressed.
  const isOwed = !isPress(asking);
  if (turn.type === 'remove' || (turn.type === 'silence' && isOwed)) {
    await removeOriginal(asking, calls);
    if (isPress(asking)) await removeParts(asking, calls);
    return;
  }
  if (turn.type === 'silence') return;
  const [first, ...rest] = replyToBodies(turn.reply).map((body) => seen(asking, turn, body));
  if (!first) return;
  if (isOwed || turn.at === 'same') await calls.editOriginal(asking, first);
  else await calls.followUp(asking, first);
  for (const body of rest) await calls.followUp(asking, body);
}

/** A message that is not there any more is what was wanted. */
async function removeOriginal(asking: Asking, calls: Calls): Promise<void> {
  try {
    await calls.removeOriginal(asking);
  } catch (error) {
    if (failureOf(error) !== 'gone') throw error;
  }
}

/** The rest of an answer that took several messages, of which the last has the buttons. */
async function removeParts({message}: APIMessageComponentInteraction, calls: Calls): Promise<void> {
  const {channel_id: channel, author, message_reference: reference, interaction_metadata: interaction} = message;
  // What was shared refers to a private message, and so may other messages that were shared from it.
  if (interaction || reference?.message_id === undefined) return;
  const parts = await standingAnswers({id: reference.message_id, channel, bot: author.id}, calls);
  for (const part of parts.filter((id) => id !== message.id)) await calls.remove(channel, part);
}

/** The layout of an answer is a matter of this program; the asker is told that it failed. */
async function tellUnshown(asking: Asking, isFirst: boolean, calls: Calls): Promise<void> {
  const body = toEphemeral(unshownBody());
  const type = InteractionResponseType.ChannelMessageWithSource;
  await (isFirst ? calls.answer(asking, {type, data: body}) : calls.followUp(asking, body)).catch(() => undefined);
}

function seen(asking: Asking, turn: Turn & {readonly type: 'say'}, body: Body): Body {
  return turn.to === 'asker' && !isDirect(asking) ? toEphemeral(body) : body;
}

/** Nobody else is there to hide anything from. */
function isDirect({guild_id: guild}: Asking): boolean {
  return guild === undefined;
}

function isPress(asking: Asking): asking is APIMessageComponentInteraction {
  return asking.type === InteractionType.MessageComponent;
}

/** The result, or undefined where it takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ms)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
