/** Patches as files on Slack: how they come, who sees the findings, and what files can do wrong. */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {types} from '@slack/bolt';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {rightPatch, unsignedPatch, unsignedPatches} from '../../helpers/patches.js';
import {slackErrors} from '../../helpers/slack-check.js';
import type {DownloadFault, NewFile} from '../../loopback/slack/files-store.js';
import {allScopes} from '../../loopback/slack/platform.js';
import type {Message} from '../../loopback/slack/workspace.js';
import {modes, startStage, type Stage, type StageOptions} from './stage.js';

const patch = (content: string | Buffer = unsignedPatch, odd: NewFile['odd'] = {}): NewFile => ({
  name: '0001-count.patch',
  mimetype: 'text/x-patch',
  content,
  odd,
});
const notReady = 'Not ready: 1 error';

let stage: Stage;
let expected: readonly string[] = [];

async function start(options: StageOptions = {}): Promise<void> {
  stage = await startStage(options);
}

afterEach(async () => {
  await stage.stop();
  expect(stage.slack.violations).toEqual([]);
  expect(stage.desk.errors).toEqual(expected);
  expected = [];
});

const direct = () => ({channel: stage.slack.workspace.directChannel(stage.slack.workspace.user('ada').id).id});

async function only(): Promise<Message> {
  const [message] = await stage.messages(1);
  return message ?? expect.fail('no answer');
}

describe.each(modes)('a patch on Slack by %s', (mode) => {
  beforeEach(() => start({mode}));

  it.each(['', 'check', 'this one please'])(
    'with a mention and "%s" is for the asker alone, in the thread',
    async (text) => {
      const {slack} = stage;
      const question = slack.say.share(patch(), `@bot ${text}`.trim());
      const answer = await only();
      expect(stage.seen()).toEqual([`ada, general thread: ${notReady}`]);
      expect(answer.threadTs).toBe(question.ts);
      await stage.finish();
      expect(stage.seen()).toHaveLength(1);
      expect(slack.files.downloads.map(({authorization}) => authorization)).toEqual([`Bearer ${slack.botToken}`]);
    },
  );

  it('is for everybody where that is asked for', async () => {
    stage.slack.say.share(patch(), '@bot check here');
    await only();
    expect(stage.seen()).toEqual([`all, general thread: ${notReady}`]);
  });

  it('in a direct message is answered there', async () => {
    stage.slack.say.share(patch(), '', direct());
    await only();
    expect(stage.seen()).toEqual([`all, direct: ${notReady}`]);
  });

  it('comes after a question only where one is asked', async () => {
    const question = stage.slack.say.share(patch(), '@bot where do bugs go');
    await stage.answerTo(question);
    expect(stage.seen()).toEqual(['all, general thread: Where do I report bugs?']);
    expect(stage.slack.files.downloads).toEqual([]);
  });

  it.each(['check', 'answer'])('is checked by the shortcut "%s" on a message of anybody', async (shortcut) => {
    const message = stage.slack.say.share([patch(), patch(rightPatch)], '', {user: 'brian', channel: 'uninvited'});
    stage.slack.press.shortcut(message, shortcut);
    await only();
    expect(stage.seen()).toEqual([`ada, uninvited: ${notReady}`]);
  });

  it('pasted into a message is checked by the shortcut', async () => {
    const message = stage.slack.say.message(`What about this?\n\`\`\`\n${unsignedPatch}\`\`\``);
    stage.slack.press.shortcut(message, 'check');
    await only();
    expect(stage.seen()).toEqual([`ada, general: ${notReady}`]);
  });

  it('is fetched once more for more findings, and to show everybody', async () => {
    const {slack} = stage;
    const question = slack.say.share(patch(unsignedPatches(13)), '@bot check');
    const answer = await only();
    const first = answer.content.text;
    expect(first).toContain('And 3 more.');
    slack.press.button(answer, 'Show everybody');
    const [, shared] = await stage.messages(2);
    expect(shared).toMatchObject({ephemeralTo: undefined, threadTs: question.ts});
    slack.press.button(answer, 'More findings');
    await slack.until('more', () => answer.content.text !== first);
    expect(answer.content.text).toMatch(/\n13\. Error/u);
    slack.press.button(shared ?? expect.fail(), 'More findings', {user: 'brian'});
    await stage.messages(3);
    slack.press.button(shared ?? expect.fail(), 'Remove');
    await slack.until('its end', () => shared?.deleted);
    expect(stage.seen()).toEqual([
      `ada, general thread: Not ready: 13 errors`,
      'brian, general thread: Not ready: 13 errors',
    ]);
  });
});

describe('files on Slack', () => {
  it('that are too many for a button are found again by their message', async () => {
    await start();
    const many = Array.from({length: 12}, (_, at) => patch(unsignedPatches(12).split(/(?=^From 0)/mu)[at]));
    stage.slack.say.share(many, '@bot check');
    const answer = await only();
    const first = answer.content.text;
    stage.slack.press.button(answer, 'More findings');
    await stage.slack.until('more', () => answer.content.text !== first);
    expect(answer.content.text).toMatch(/\n12\. Error/u);
  });

  const hindrances: readonly (readonly [string, NewFile['odd'], string])[] = [
    ['deleted', {mode: 'tombstone'}, '0001-count.patch was deleted. Attach it once more.'],
    [
      'hidden',
      {mode: 'hidden_by_limit'},
      "0001-count.patch is older than this workspace's plan lets anybody see. Attach it once more.",
    ],
    [
      'kept elsewhere',
      {mode: 'external', is_external: true, url_private: 'https://drive.example/x'},
      '0001-count.patch is kept outside of Slack, and I follow no links. Attach the file itself.',
    ],
  ];
  it.each(hindrances)('that are %s are not fetched', async (_what, odd, sentence) => {
    await start();
    stage.slack.say.share(patch(unsignedPatch, odd), '', direct());
    await only();
    expect(stage.seen()).toEqual([`all, direct: ${sentence}`]);
    expect(stage.slack.files.downloads).toEqual([]);
  });

  it.each([
    ['is', patch(), notReady],
    [
      'is not',
      patch(unsignedPatch, {file_access: 'check_file_info'}),
      'Slack does not give 0001-count.patch to me. Attach it here once more.',
    ],
  ])('from another workspace are asked for, where there %s more to be told', async (_what, file, sentence) => {
    await start();
    stage.slack.say.share({...file, told: {file_access: 'check_file_info', mode: 'hosted'}}, '', direct());
    await only();
    expect(stage.seen()).toEqual([`all, direct: ${sentence}`]);
    expect(stage.slack.calls.filter(({method}) => method === 'files.info')).toHaveLength(1);
  });

  it.each([true, false])('need the scope files:read; told whole: %s', async (isWhole) => {
    await start({scopes: allScopes.filter((scope) => scope !== 'files:read')});
    stage.slack.say.share({...patch(), ...(isWhole ? {} : {told: {}})}, '', direct());
    await only();
    expect(stage.seen()).toEqual([
      `all, direct: Slack did not give ${isWhole ? '0001-count.patch' : 'a file'}. The bot lacks the permission files:read in this workspace. An admin adds it at api.slack.com/apps, OAuth & Permissions, and installs the app again.`.replace(
        '&',
        '&amp;',
      ),
    ]);
  });

  it('that are gone are said to be when a button wants them', async () => {
    await start();
    stage.slack.say.share(patch(), '@bot check');
    const answer = await only();
    stage.slack.files.forget();
    stage.slack.press.button(answer, 'Show everybody');
    await stage.messages(2);
    expect(stage.seen()[1]).toBe(
      'ada, general thread: A file is gone from Slack, or is not shown to me. Attach it once more.',
    );
  });

  const late = 'Slack did not give 0001-count.patch in time. Try again in a minute, or paste the patch as text.';
  const faults: readonly (readonly [string, DownloadFault, string])[] = [
    ['404', {type: 'status', status: 404}, '0001-count.patch is gone from Slack. Attach it once more.'],
    [
      '500',
      {type: 'status', status: 500},
      'Slack did not give 0001-count.patch (status 500). Try again in a minute, or paste the patch as text.',
    ],
    ['silence', {type: 'silence'}, late],
    ['half a body', {type: 'cut'}, late],
    [
      'a body without end',
      {type: 'endless'},
      '0001-count.patch is larger than was told, so it is not read. Attach it once more.',
    ],
  ];
  it.each(faults)('are met by %s', async (_what, fault, sentence) => {
    await start(fault.type === 'silence' ? {knobs: {downloadMs: 100}} : {});
    stage.slack.files.faults.push(fault);
    stage.slack.say.share(patch(), '', direct());
    await only();
    expect(stage.seen()).toEqual([`all, direct: ${sentence}`]);
  });

  it.each([
    ['an address', ''],
    ['a redirect', 'redirect'],
  ])('send no token elsewhere, by %s', async (_what, way) => {
    await start();
    const met: unknown[] = [];
    const thief = createServer((request, response) => {
      met.push(request.headers);
      response.end(unsignedPatch);
    });
    await new Promise<void>((listening) => thief.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(thief.address() as AddressInfo).port}/files-pri/x`;
    if (way === 'redirect') stage.slack.files.faults.push({type: 'status', status: 302, location: url});
    const odd = way === 'redirect' ? {} : {url_private: url, url_private_download: url};
    stage.slack.say.share(patch(unsignedPatch, odd), '', direct());
    await only();
    expect(stage.seen()[0]).toMatch(/^all, direct: (?:0001-count\.patch is kept outside of Slack|Slack did not give)/u);
    expect(met).toEqual([]);
    await new Promise((closed) => thief.close(closed));
  });

  it.each([
    ['a smaller size', {size: 1}, '0001-count.patch is larger than was told, so it is not read. Attach it once more.'],
    [
      'a huge size',
      {size: 2 ** 40},
      'Cannot tell: Too big to check here (1048576 MB, limit 2 MB); run scripts/checkpatch.pl and b4 prep --check.',
    ],
  ])('may lie about %s', async (_what, odd, sentence) => {
    await start();
    stage.slack.say.share(patch(unsignedPatches(20), odd), '', direct());
    await only();
    expect(stage.seen()).toEqual([`all, direct: ${sentence}`]);
  });

  it('may be a thousand', async () => {
    await start();
    stage.slack.say.share(
      Array.from({length: 1000}, () => patch()),
      '',
      direct(),
    );
    await only();
    expect(stage.seen()).toEqual([
      'all, direct: Cannot tell: Too big to check here (1000 files, limit 200); run scripts/checkpatch.pl and b4 prep --check.',
    ]);
    expect(stage.slack.files.downloads).toEqual([]);
  });

  it('bring nothing to life, and leave nothing in the log', async () => {
    await start();
    const evil = '<!channel> @everyone <@U0000000003> <https://evil.example|press> *bold* \u202e\u0007';
    const content = unsignedPatch.replace('bpf: Count', `bpf: ${evil} Count`);
    stage.slack.say.share(
      [
        {...patch(content), name: `${evil}.patch`},
        {...patch(), name: `${evil}.png`},
      ],
      '',
      direct(),
    );
    const answer = await only();
    const {text, blocks = []} = answer.content;
    expect(slackErrors({text, blocks: blocks as unknown as types.KnownBlock[]})).toEqual([]);
    expect(JSON.stringify(blocks)).not.toMatch(/"url":"https:\/\/evil|\u202e|\\u0007/u);
    expect(stage.log.join('')).not.toMatch(/evil|Count what/u);
  });
});
