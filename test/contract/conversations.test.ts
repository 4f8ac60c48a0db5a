/**
 * One suite for all platforms: the same request gives the same reply, and each shows the same words of it.
 */
import {describe, expect, it} from 'vitest';
import type {Action, Block, Reply} from '../../bot/message.js';
import {replyToPlain} from '../../bot/plain.js';
import {rightPatch, unsignedPatch, unsignedPatches} from '../helpers/patches.js';
import type {Actor, Files, Heard, Manner} from './actor.js';
import {discord} from './discord.js';
import {seenWords} from './seen-words.js';
import {slackBy} from './slack.js';
import {terminal} from './terminal.js';

/** What a person says, or the label of what is pressed next; a number picks among the questions offered. */
type Step = {readonly say: string} | {readonly check: Files} | {readonly press: string | number};

const conversations: readonly (readonly [string, readonly Step[]])[] = [
  [
    'asks, and looks around from there',
    [
      {say: 'where do I send my patches?'},
      {press: 'Related questions'},
      {press: 1},
      {press: 'Related questions'},
      {press: 'Back to the answer'},
    ],
  ],
  ['picks one of several questions', [{say: 'how do I send a patch to bpf'}, {press: 2}]],
  ['asked for none of them', [{say: 'how do I send a patch to bpf'}, {press: 'None of these'}]],
  [
    'got what was not asked',
    [
      {say: 'how do I report a bug'},
      {press: 'Not what I asked'},
      {press: 1},
      {press: 'Not what I asked'},
      {press: 'None of these'},
    ],
  ],
  ['slips', [{say: 'how do i bckport a fix'}]],
  ['reads the later statements of an answer', [{say: 'is bpf-next closed during the merge window?'}]],
  ['reads code', [{say: 'how to run bpf selftests'}, {say: 'how do I build llvm from source'}]],
  ['asks about something else', [{say: 'what is the weather today'}]],
  ['asks what another page answers', [{say: 'how do I set up git send-email'}]],
  ['walks through the sections', [{say: 'browse'}, {press: 2}, {press: 3}]],
  ['wants help', [{say: 'help'}, {say: 'about'}]],
  [
    'wants a prefix, and changes it',
    [
      {say: 'prefix bpf-next v2 rfc 3'},
      {press: 'Next version (v3)'},
      {press: 'Without RFC'},
      {press: 'Other tree'},
      {press: 'bpf-next/net'},
      {press: 'What the HOWTO says'},
    ],
  ],
  ['wants a prefix for a fix that can wait', [{say: 'prefix'}, {press: 'Yes'}, {press: 'No, it can wait'}]],
  ['wants a prefix for stable', [{say: 'prefix stable'}]],
  [
    'has patches checked',
    [{check: {'1.patch': unsignedPatch, '2.mbox': unsignedPatches(3)}}, {check: {'0001-right.patch': rightPatch}}],
  ],
  ['is polite', [{say: 'hello'}]],
  [
    'shouts, pings and formats',
    [
      {
        say: '@everyone <!channel> <@U0000000003> <@123> ||**where** do I `send`|| my [patches](http://evil.example)? \u202e',
      },
    ],
  ],
];

const platforms = [terminal, slackBy('socket'), slackBy('http'), discord];

const casts = platforms.flatMap((platform) =>
  platform.manners.map((manner): readonly [string, Manner, () => Promise<Actor>] => [
    platform.name,
    manner,
    () => platform.enter(manner),
  ]),
);

interface Moment {
  readonly blocks: readonly Block[];
  readonly outcome: Reply['outcome'];
}

/** What the first platform heard, which all others have to hear too. */
const first = new Map<string, readonly Moment[]>();

describe.each(casts)('%s, %s', (_name, _manner, enter) => {
  it.each(conversations)('somebody %s', async (name, steps) => {
    const actor = await enter();
    const moments: Moment[] = [];
    try {
      let last: Reply | undefined;
      for (const step of steps) {
        const {reply, seen} = await take(step, actor, last);
        expect(seen).toBe(seenWords(replyToPlain(reply)));
        moments.push({blocks: 'check' in step ? withoutLinks(reply.blocks) : reply.blocks, outcome: reply.outcome});
        last = reply;
      }
    } finally {
      expect(await actor.leave()).toEqual([]);
    }
    const known = first.get(name);
    if (known) expect(moments).toEqual(known);
    else first.set(name, moments);
  });
});

function take(step: Step, actor: Actor, last: Reply | undefined): Promise<Heard> {
  if ('say' in step) return actor.say(step.say);
  return 'check' in step ? actor.check(step.check) : actor.press(actionOf(step.press, last));
}

/** A terminal spells addresses out, so what `check` says there has none behind its words. */
function withoutLinks(blocks: readonly Block[]): readonly Block[] {
  return JSON.parse(JSON.stringify(blocks), (_key, value: unknown) => {
    const {type, children} = (value ?? {}) as {readonly type?: unknown; readonly children?: readonly unknown[]};
    return type === 'link' ? children?.[0] : value;
  }) as readonly Block[];
}

function actionOf(press: string | number, reply: Reply | undefined): Action {
  const offered = reply?.blocks.flatMap((block) => (block.type === 'choices' ? block.choices : [])) ?? [];
  const choice = typeof press === 'number' ? offered[press - 1] : reply?.next.find(({label}) => label === press);
  if (!choice) throw new Error(`${press} is not offered in ${JSON.stringify(reply?.next)}`);
  return choice.action;
}
