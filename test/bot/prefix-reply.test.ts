import {existsSync, readFileSync} from 'node:fs';
import type {RootContent} from 'mdast';
import {describe, expect, it} from 'vitest';
import {formatAction} from '../../bot/action.js';
import type {Action, Reply} from '../../bot/message.js';
import {trees} from '../../bot/patch/tree.js';
import {replyToPlain} from '../../bot/plain.js';
import {makeBot, request} from '../helpers/bot.js';
import {makeEntry, makeKnowledge, sampleEntries} from '../helpers/knowledge.js';
import {hasShared, shared, sharedNote} from '../helpers/shared.js';

const treeEntry = makeEntry({
  id: 'q-how-do-i-indicate-which-tree-bpf-vs-bpf-next-my-patch-should-be-applied-to',
  question: 'Which tree does my patch name?',
});
const stableEntry = makeEntry({
  id: 'q-the-bpf-patch-i-am-about-to-submit-needs-to-go-to-stable-as-well',
  question: 'How do I ask for stable?',
});
const bot = makeBot(makeKnowledge({entries: [...sampleEntries, treeEntry, stableEntry]}));

interface Data {
  readonly outcome: string;
  readonly subjects: readonly string[];
  readonly git: string | null;
  readonly b4: readonly string[];
  readonly to: readonly string[];
  readonly misread: readonly {readonly reader: string}[];
  readonly notes: readonly string[];
  readonly entry: {readonly id: string} | null;
}

const ask = (text: string): Promise<Reply> => bot.hear(text, request);
const dataOf = ({data}: Reply): Data => data as unknown as Data;
const press = (action: Action | undefined): Promise<Reply> => {
  const read = action && bot.actionOf(formatAction(action));
  if (!read) throw new Error('There is no such button.');
  return bot.press(read, request);
};
const pressed = (reply: Reply, label: string): Promise<Reply> =>
  press(reply.next.find((choice) => choice.label === label)?.action);
const codeOf = (node: RootContent) => (node.type === 'code' ? [node.value] : []);

/** The HOWTO's own commands, in its order: for a fix, for a feature, for a second version. */
function commandsIn(path: string | URL): string[] {
  return (readFileSync(path, 'utf8').match(/git format-patch --subject-prefix=.*/gu) ?? []).map((line) => line.trim());
}

const asHowto = ['prefix fix', 'prefix feature', 'prefix bpf-next v2'];

describe('prefix', () => {
  it('says the whole of it', async () =>
    expect(replyToPlain(await ask('prefix bpf v2 rfc 3'))).toBe(
      [
        'The subjects begin:',
        '',
        '    [RFC PATCH bpf v2 0/3]',
        '    [RFC PATCH bpf v2 1/3]',
        '    [RFC PATCH bpf v2 2/3]',
        '    [RFC PATCH bpf v2 3/3]',
        '',
        'With git; in place of start..finish write your range, such as HEAD~3..HEAD for the last 3 commits:',
        '',
        "    git format-patch --cover-letter --subject-prefix='RFC PATCH bpf v2' -o v2 start..finish",
        '',
        'With b4:',
        '',
        '    b4 prep --set-prefixes RFC bpf',
        '',
        'b4 counts versions by itself. Where it did not send v1:',
        '',
        '    b4 prep --force-revision 2',
        '',
        'To  bpf@vger.kernel.org',
        'Cc  whom scripts/get_maintainer.pl names',
        '',
        "Who will read this how: patchwork (index of the list on the web), b4 (maintainers fetch series with it), NIPA (netdev's test bot) and kernel-patches-daemon (feeds BPF's CI) read it as it is meant.",
        '',
        '- Send the whole series again, in a new thread. Say what changed below --- or in the cover letter, with a lore link to v1.',
        '- Each patch needs a Fixes: tag; for bpf the HOWTO says must.',
        '- In the cover letter, write over *** SUBJECT HERE *** and *** BLURB HERE ***.',
        '',
        'In the HOWTO: Which tree does my patch name?',
        '',
        'Source: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-how-do-i-indicate-which-tree-bpf-vs-bpf-next-my-patch-should-be-applied-to',
      ].join('\n'),
    ));

  it('begins as the README says', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const shown = /```text\n(?<text>The subjects begin:[^`]*)\n```/u.exec(readme)?.groups?.text ?? 'nothing';
    expect(replyToPlain(await ask('prefix bpf-next v2 rfc 3')).slice(0, shown.length)).toBe(shown);
  });

  it('is the HOWTO, letter for letter', async () => {
    const replies = await Promise.all(asHowto.map(ask));
    const howto = commandsIn(new URL('../../knowledge/howto/bpf.rst', import.meta.url));
    expect(howto.length).toBe(3);
    expect(replies.map((reply) => dataOf(reply).git)).toEqual(howto);
    for (const reply of replies) expect(dataOf(reply).notes).toContain('More than one patch: add --cover-letter.');
  });

  it.skipIf(!hasShared)(`is the kernel's own HOWTO too${sharedNote}`, async () => {
    const path = shared('howto/bpf_devel_QA.nearest.rst');
    if (!existsSync(path)) return;
    expect((await Promise.all(asHowto.map(ask))).map((reply) => dataOf(reply).git)).toEqual(commandsIn(path));
  });

  it.each([
    ['prefix bpf v1', ['v1 is not written.', 'Fixes:', '--cover-letter']],
    ['prefix bpf-next resend v3 1 patch', ['RESEND is only for what is unchanged']],
    ['prefix net 16', ['accepts net', 'at most 15 patches']],
    ['prefix bpf-next/net 2', ['may be at rest', 'BLURB HERE']],
    ['prefix bpf v2 1', ['the whole series again, in a new thread', 'Each patch needs a Fixes: tag']],
    ['prefix bpf-next 15', ['BLURB HERE']],
    ['prefix iproute2 1', ['[PATCH iproute2 master]']],
    ['prefix iproute2-next 1', ['[PATCH iproute2 net-next]']],
    ['prefix fix 1', ['bpf is for urgent fixes']],
    ['prefix feature 1', []],
  ])('notes on %s', async (text, told) => {
    const {notes} = dataOf(await ask(text));
    expect(notes.length).toBe(told.length);
    for (const [at, part] of told.entries()) expect(notes[at]).toContain(part);
  });

  it('has three notes at most, and names lists and readers for every tree', async () => {
    for (const tree of trees) {
      for (const rest of ['', 'v1 resend 20', 'v2 rfc 3', 'v2 resend 999 with b4']) {
        const {notes, to, misread, entry} = dataOf(await ask(`prefix ${tree} ${rest}`));
        expect([notes.length <= 3, to.length > 0]).toEqual([true, true]);
        expect(notes.some((note) => note.includes('Fixes:'))).toBe(tree === 'bpf');
        expect(misread.length > 0).toBe(!['bpf', 'bpf-next'].includes(tree));
        expect(entry === null).toBe(tree.startsWith('iproute2'));
      }
    }
  });

  it('sends iproute2 to netdev, with the maintainers of BPF in Cc', async () => {
    const reply = await ask('prefix iproute2-next');
    expect(dataOf(reply)).toMatchObject({to: ['netdev@vger.kernel.org'], cc: ['bpf@vger.kernel.org']});
    expect(replyToPlain(reply)).toContain('Cc  bpf@vger.kernel.org, the BPF maintainers\n');
  });

  it('says who would misread it, and what to do', async () => {
    const {blocks} = await ask('prefix bpf-next/net');
    const plain = replyToPlain({outcome: 'page', blocks, next: [], data: null});
    expect(plain).toContain(
      'Who will read this how: patchwork (index of the list on the web) and b4 (maintainers fetch series with it) read it as it is meant.',
    );
    expect(plain).toContain(
      "- NIPA (netdev's test bot): It finds net inside the brackets and tries the patches on that tree (nipa#44). Leave the prefix as it is.",
    );
  });

  it.each([
    ['prefix bpf v2 rfc 3', 4],
    ['prefix bpf resend v2 with b4', 3],
    ['prefix bpf a..b with git', 2],
  ])('has each command of %s in a block of its own, to be copied alone', async (text, blocks) => {
    const reply = await ask(text);
    const {git, b4, subjects} = dataOf(reply);
    const code = reply.blocks.flatMap((block) => (block.type === 'prose' ? block.children : [])).flatMap(codeOf);
    expect(code.length).toBe(blocks);
    expect(code).toEqual([subjects.join('\n'), ...(git === null ? [] : [git]), ...b4]);
  });

  it.each([
    ['prefix bpf with git', 'git', 0],
    ['prefix bpf with b4', 'b4', 1],
    ['prefix bpf', 'both', 1],
  ])('names the tools of %s', async (text, tools, b4) => {
    const data = dataOf(await ask(text));
    expect([data.git === null, data.b4.length]).toEqual([tools === 'b4', b4]);
  });

  it.each(['a..b;x', 'range=-3', "a..'b", '--output=x..y', 'a...b', `a..${'b'.repeat(200)}`])(
    'refuses the range %s',
    async (range) =>
      expect(ask(`prefix bpf ${range}`)).rejects.toThrow(
        'That is not a revision range; use start..finish, for example bpf-next/master..HEAD.',
      ),
  );

  it('writes the range, in quotes where a shell would read more in it', async () => {
    expect(dataOf(await ask('prefix bpf a..b')).git).toMatch(/ a\.\.b$/u);
    expect(dataOf(await ask('prefix bpf HEAD~3..HEAD')).git).toMatch(/ 'HEAD~3\.\.HEAD'$/u);
  });

  it('changes one thing at a time', async () => {
    let reply = await ask('prefix bpf-next v2 rfc resend 2 patches a..b');
    expect(reply.next.map(({label}) => label)).toEqual([
      'Next version (v3)',
      'Without RFC',
      'Other tree',
      'What the HOWTO says',
    ]);
    reply = await pressed(reply, 'Next version (v3)');
    expect(dataOf(reply).git).toBe(
      "git format-patch --cover-letter --subject-prefix='RFC PATCH bpf-next v3' -o v3 a..b",
    );
    reply = await pressed(reply, 'Without RFC');
    reply = await pressed(reply, 'Other tree');
    expect(reply.next.map(({label}) => label)).toEqual([...trees]);
    reply = await pressed(reply, 'bpf');
    expect(dataOf(reply).git).toBe("git format-patch --cover-letter --subject-prefix='PATCH bpf v3' -o v3 a..b");
    expect((await ask('prefix bpf v99')).next.map(({label}) => label)).toEqual([
      'As RFC',
      'Other tree',
      'What the HOWTO says',
    ]);
  });

  it('says that a long range does not fit its buttons', async () => {
    const range = `a..${'b'.repeat(60)}`;
    const reply = await ask(`prefix bpf ${range}`);
    expect(replyToPlain(reply)).toContain('This range is too long for the buttons');
    expect(dataOf(await pressed(reply, 'As RFC')).git).toMatch(/ start\.\.finish$/u);
  });

  it.each([
    [['Yes', 'Yes, urgent'], 'PATCH bpf v2', 'Fixes:'],
    [['Yes', 'No, it can wait'], 'PATCH bpf-next v2', 'The HOWTO sends every fix to bpf.'],
    [['No, only in bpf-next'], 'PATCH bpf-next v2', 'only in bpf-next'],
    [['It is no fix'], 'PATCH bpf-next v2', ''],
  ])('asks what decides the tree: %j', async (answers, prefix, note) => {
    let reply = await ask('prefix v2 3 patches');
    for (const answer of answers) {
      expect(dataOf(reply).outcome).toBe('question');
      expect(replyToPlain(reply)).toContain('The BPF maintainers ask for more');
      reply = await pressed(reply, answer);
    }
    const {git, notes} = dataOf(reply);
    expect(git).toContain(`--subject-prefix='${prefix}'`);
    expect(notes.join(' ')).toContain(note);
  });

  it('writes no prefix for stable', async () => {
    const reply = await ask('prefix stable');
    expect(reply.outcome).toBe('answer');
    expect(replyToPlain(reply)).toMatch(/^There is no prefix for stable\.[^]*\n\nHow do I ask for stable\?/u);
    expect(dataOf(reply)).toMatchObject({outcome: 'stable', entry: {id: stableEntry.id}});
  });

  it('needs no entry of the HOWTO', async () => {
    const {data, next} = await makeBot().hear('prefix stable', request);
    expect([data, next]).toMatchObject([{entry: null}, []]);
    expect((await makeBot().hear('prefix bpf', request)).next.map(({label}) => label)).not.toContain(
      'What the HOWTO says',
    );
  });
});
