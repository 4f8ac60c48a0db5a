/**
 * Which messages of the bot answer a question: those that reply to it.
 *
 * It is read from Discord, and nothing is remembered, so an edit is followed and an answer taken back after a restart
 * and by any replica.
 */
import type {Calls} from './calls.js';

/** An answer comes soon after its question. */
const searched = 50;

interface Question {
  readonly id: string;
  readonly channel: string;
  /** Id of the bot as an author. */
  readonly bot: string;
}

/** @returns Their ids, in the order they were written. */
export async function standingAnswers({id, channel, bot}: Question, calls: Calls): Promise<string[]> {
  const later = await calls.messages(channel, {after: id, limit: String(searched)});
  return later
    .filter(({author, message_reference: to}) => author.id === bot && to?.message_id === id)
    .map((one) => one.id)
    .reverse();
}
