/**
 * `ask`: a question in anybody's words, answered out of the HOWTO. Text that is no other command comes here too.
 */
import {outcomeToReply} from '../answer.js';
import {defineCommand} from '../command.js';
import {paragraphs, type Reply} from '../message.js';

export const ask = defineCommand({
  name: 'ask',
  summary: 'Ask the HOWTO a question in your own words',
  options: {question: {type: 'text', summary: 'Your question', complete: 'question'}},
  run({question}, context): Reply {
    const reply = outcomeToReply(context.knowledge.search(question), context);
    if (reply.outcome !== 'none' || /[\p{L}\p{N}]{2}/u.test(question)) return reply;
    const hint = paragraphs(
      'There is no question in that. Ask in a few words, for example: where do I send my patches?',
    );
    return {...reply, blocks: [hint], next: []};
  },
});
