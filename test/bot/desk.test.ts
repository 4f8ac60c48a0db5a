import {describe, expect, it} from 'vitest';
import {formatAction} from '../../bot/action.js';
import {UserError} from '../../bot/errors.js';
import {replyToPlain} from '../../bot/plain.js';
import type {Said} from '../../bot/thread.js';
import type {Turn} from '../../bot/turn.js';
import {makeBot} from '../helpers/bot.js';
import {makeAsked, makeDesk} from '../helpers/desk.js';
import {entryId} from '../helpers/knowledge.js';
import {rightPatch} from '../helpers/patches.js';

/** To whom, where, and the first line. */
function summary(turn: Turn): string {
  if (turn.type !== 'say') return turn.type;
  return `${turn.to}, ${turn.at}: ${replyToPlain(turn.reply).split('\n')[0] ?? ''}`;
}

const ada = (text: string): Said => ({author: 'Ada', text, isBot: false});
const hidden: Said = {author: 'Ada', text: '', isBot: false, isHidden: true};
const outOfSight =
  'What that message says is not shown to me. Mention me together with the question, or open the menu of that message and choose Apps, then Answer from the BPF HOWTO.';
const minute = 60_000;

const heard: readonly (readonly [setting: 'private' | 'public' | 'direct', text: string, summary: string])[] = [
  ['public', 'where do bugs go', 'place, new: Where do I report bugs?'],
  ['private', 'where do bugs go', 'asker, new: Where do I report bugs?'],
  ['direct', 'where do bugs go', 'asker, new: Where do I report bugs?'],
  ['public', 'weather', 'place, new: The HOWTO does not cover that.'],
  [
    'private',
    '',
    'asker, new: Ask how to work with the BPF subsystem of the Linux kernel, in your own words: where do I send my patches? The answers come from the BPF HOWTO, each with a link to its place.',
  ],
  ['public', 'thanks, that helped!', 'silence'],
  ['direct', 'thanks, that helped!', 'asker, new: You are welcome.'],
  ['public', '/brwose', 'asker, new: There is no command `brwose`. Did you mean `browse`?'],
];

const backwards: readonly (readonly [text: string, said: readonly Said[], summary: string])[] = [
  ['^', [ada('bugs?')], 'place, new: Taken as the question, from Ada: "bugs?"'],
  ['this?', [ada('bugs?'), ada('weather')], 'place, new: Taken as the question, from Ada: "bugs?"'],
  ['bugs', [ada('list?')], 'place, new: Where do I report bugs?'],
  ['^', [], 'place, new: There is no question in that. Ask in a few words, for example: where do I send my patches?'],
  ['^', [ada('bugs?'), hidden], `place, new: ${outOfSight}`],
  ['', [hidden], `place, new: ${outOfSight}`],
  ['^', [hidden, ada('bugs?')], 'place, new: Taken as the question, from Ada: "bugs?"'],
  ['bugs', [hidden], 'place, new: Where do I report bugs?'],
  ['about', [ada('bugs?')], 'place, new: bpf-howto  version 1.2.3'],
];

const presses: readonly (readonly [setting: 'private' | 'public' | 'direct', written: string, summary: string])[] = [
  [
    'private',
    formatAction({type: 'show', entry: entryId('q-list'), page: 1}),
    'asker, same: Which list takes patches?',
  ],
  ['public', formatAction({type: 'show', entry: entryId('q-list'), page: 1}), 'asker, new: Which list takes patches?'],
  ['direct', formatAction({type: 'browse'}), 'asker, new: Sections:'],
  ['private', formatAction({type: 'share', entry: entryId('q-bugs'), page: 1}), 'place, new: Where do I report bugs?'],
  [
    'private',
    formatAction({type: 'rate', entry: entryId('q-bugs'), helpful: true}),
    'asker, new: Thank you. It is noted that this answer helped.',
  ],
  ['public', formatAction({type: 'remove', asker: 'U1'}), 'remove'],
  [
    'public',
    formatAction({type: 'remove', asker: 'U2'}),
    'asker, new: Only the person who asked can remove this answer.',
  ],
  ['public', 'dance', 'asker, new: This button is out of date. Please ask again.'],
];

describe('the desk', () => {
  it.each(heard)('hears in a %s setting: %j', async (setting, text, expected) =>
    expect(summary(await makeDesk().desk.hear(makeAsked({setting}), text))).toBe(expected),
  );

  it.each(backwards)('hears %j after %j', async (text, said, expected) =>
    expect(summary(await makeDesk().desk.hear(makeAsked(), text, () => Promise.resolve(said)))).toBe(expected),
  );

  it.each(presses)('takes a press on a %s message: %s', async (setting, written, expected) =>
    expect(summary(await makeDesk().desk.press(makeAsked({setting}), written))).toBe(expected),
  );

  it('runs a command with values that are read under its care', async () => {
    const [about] = makeBot().commands.filter(({name}) => name === 'about');
    if (!about) throw new Error('There is no `about`.');
    const {desk} = makeDesk();
    expect(summary(await desk.run(makeAsked(), about, () => ({})))).toBe('place, new: bpf-howto  version 1.2.3');
    const wrong = () => {
      throw new UserError('`v0` is no revision.');
    };
    expect(summary(await desk.run(makeAsked(), about, wrong))).toBe('asker, new: `v0` is no revision.');
  });

  it('answers a message once, in however many deliveries it comes', async () => {
    const {desk} = makeDesk();
    const asked = makeAsked();
    const turns = await Promise.all([desk.hear(asked, 'bugs'), desk.hear(asked, 'bugs'), desk.hear(asked, 'bugs')]);
    expect(turns.map(({type}) => type)).toEqual(['say', 'silence', 'silence']);
  });

  it('says who has to wait, once, and to nobody else', async () => {
    const {desk} = makeDesk(makeBot(), {person: {count: 1, perMs: 10 * minute}, place: {count: 9, perMs: minute}});
    const turns: string[] = [];
    for (let at = 0; at < 4; at += 1) turns.push(summary(await desk.hear(makeAsked(), 'bugs')));
    expect(turns).toEqual([
      'place, new: Where do I report bugs?',
      'asker, new: One person may ask 1 question in 10 minutes here, and it has been asked. Ask again in 10 minutes.',
      'silence',
      'silence',
    ]);
  });

  it('offers to share what a press under a public answer shows', async () => {
    const turn = await makeDesk().desk.press(
      makeAsked(),
      formatAction({type: 'show', entry: entryId('q-list'), page: 1}),
    );
    expect(turn.type === 'say' && turn.reply.next.map(({label}) => label)).toContain('Share here');
  });

  it('lets only who shared take it back', async () => {
    const {desk} = makeDesk();
    const turn = await desk.press(
      makeAsked({setting: 'private', askerId: 'U7'}),
      formatAction({type: 'share', entry: entryId('q-bugs'), page: 1}),
    );
    const actions = turn.type === 'say' ? turn.reply.next.map(({action}) => action) : [];
    expect(actions).toContainEqual({type: 'remove', asker: 'U7'});
  });

  it('shares once, however often it is pressed in one delivery', async () => {
    const {desk} = makeDesk();
    const asked = makeAsked({setting: 'private'});
    const written = formatAction({type: 'share', entry: entryId('q-bugs'), page: 1});
    expect(summary(await desk.press(asked, written))).toBe('place, new: Where do I report bugs?');
    expect(summary(await desk.press(asked, written))).toBe('silence');
  });

  it('notes what people say of an answer', async () => {
    const {desk, feedback} = makeDesk();
    await desk.press(makeAsked(), formatAction({type: 'rate', entry: entryId('q-bugs'), helpful: false}));
    expect(feedback).toEqual([{entry: 'q-bugs', helpful: false}]);
  });

  it.each([
    [0, 'place, new: Where do I report bugs?'],
    [15 * minute, 'place, new: Where do I report bugs?'],
    [15 * minute + 1, 'silence'],
  ])('corrects an answer %i ms after the question', async (ms, expected) => {
    const {desk, setNow} = makeDesk();
    setNow(ms);
    expect(summary(await desk.correct(makeAsked(), 'bugs', new Date(0)))).toBe(expected);
  });

  it.each([
    ['check', 'asker, new: Ready'],
    ['check here', 'place, new: Ready'],
    ['where do bugs go', 'place, new: Where do I report bugs?'],
  ])('tells what is in files to whom it concerns, asked "%s" at once or after an edit', async (text, expected) => {
    const bytes = Buffer.from(rightPatch);
    const file = {name: 'a.patch', sizeBytes: bytes.length, read: () => Promise.resolve(bytes)};
    const {desk} = makeDesk();
    const asked = () => makeAsked({attached: {files: [file]}});
    expect(summary(await desk.hear(asked(), text))).toBe(expected);
    expect(summary(await desk.correct(asked(), text, new Date(0)))).toBe(expected);
  });

  it('takes the message that was pointed at, a bot’s too', async () =>
    expect(
      summary(await makeDesk().desk.point(makeAsked({setting: 'private'}), {author: 'CI', text: 'bugs', isBot: true})),
    ).toBe('asker, new: Taken as the question, from CI: "bugs"'));

  it('says calmly that it failed, and tells the operator all', async () => {
    const bot = makeBot();
    const {desk, errors} = makeDesk({...bot, hear: () => Promise.reject(new Error('disk on fire'))});
    expect(summary(await desk.hear(makeAsked(), 'bugs'))).toBe(
      'asker, new: Something failed inside the bot, through no fault of yours. Ask once more; if it fails again, tell the operator number E1.',
    );
    expect(errors).toEqual(['E1: disk on fire']);
  });
});
