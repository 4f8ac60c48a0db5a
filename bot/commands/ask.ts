/**
 * `ask`: a question in anybody's words, answered out of the HOWTO. Text that is no other command comes here too.
 */
import {outcomeToReply} from '../answer.js';
import {defineCommand} from '../command.js';
import {paragraphs, type Reply} from '../message.js';
import {visible} from '../visible.js';

/** How `visible` writes hidden characters; they are nobody's words. */
const spelledOut = /<U\+[0-9A-F]+>/gu;

/** What somebody wrote, as it is searched for. */
export function askedText(text: string): string {
  return visible(text).replace(spelledOut, ' ');
}

export const ask = defineCommand({
  name: 'ask',
  summary: 'Ask the HOWTO a question in your own words',
  options: {question: {type: 'text', summary: 'Your question', complete: 'question'}},
  run({question}, context): Reply {
    const asked = askedText(question);
    const reply = outcomeToReply(context.knowledge.search(asked), context);
    if (reply.outcome !== 'none' || /[\p{L}\p{N}]{2}/u.test(asked)) return reply;
    const hint = paragraphs(
      'There is no question in that. Ask in a few words, for example: where do I send my patches?',
    );
    return {...reply, blocks: [hint], next: []};
  },
});
