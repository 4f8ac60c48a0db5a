/**
 * The questions that decide the tree, where it is not clear: is the broken commit in Linus' tree, and is the fix urgent?
 */
import type {Block, Choice, Json, Reply} from './message.js';
import {paragraphs} from './message.js';
import type {Aim} from './patch/aim.js';
import {carried, type PrefixAsk} from './patch/prefix-ask.js';
import {trees} from './patch/tree.js';
import {treeOfFix} from './prefix-notes.js';

export function releasedQuestion(ask: PrefixAsk): Reply {
  return questionReply(
    "Is the commit that your patches fix in Linus' tree?",
    [
      ['Yes', 'released'],
      ['No, only in bpf-next', 'unreleased'],
      ['It is no fix', 'feature'],
    ],
    ask,
    [
      {
        type: 'aside',
        text: 'To say it at once: prefix fix, prefix feature, or a tree: prefix bpf-next v2 rfc 3 patches.',
      },
    ],
  );
}

export function urgentQuestion(ask: PrefixAsk): Reply {
  return questionReply(
    'Is it urgent: a security hole, or a regression?',
    [
      ['Yes, urgent', 'urgent'],
      ['No, it can wait', 'waiting'],
    ],
    ask,
  );
}

export function treeQuestion(ask: PrefixAsk): Reply {
  return questionReply(
    'Which tree?',
    trees.map((tree) => [tree, tree]),
    ask,
  );
}

/** The answers are few words each, so that a button says the whole of one. */
function questionReply(
  prompt: string,
  answers: readonly (readonly [string, Aim])[],
  ask: PrefixAsk,
  after: readonly Block[] = [],
): Reply {
  const next = answers.map(([label, aim]): Choice => ({label, action: {type: 'prefix', ask: {...carried(ask), aim}}}));
  const data: Json = {outcome: 'question', question: prompt, answers: answers.map(([label]) => label)};
  return {
    outcome: 'page',
    blocks: [paragraphs(prompt, treeOfFix), ...after],
    next,
    data,
  };
}
