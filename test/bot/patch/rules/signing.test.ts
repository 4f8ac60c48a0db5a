import {describe, expect, it} from 'vitest';
import {aiAssisted} from '../../../../bot/patch/rules/ai-assisted.js';
import {bodyEmpty} from '../../../../bot/patch/rules/body-empty.js';
import {exampleCover, exampleFixes, exampleMail, exampleSignOff} from '../../../../bot/patch/rules/example.js';
import {sobMissing} from '../../../../bot/patch/rules/sob-missing.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const by = (author: string, ...trailers: string[]) =>
  exampleMail({trailers}).replace('From: Ada Example <ada@example.org>', `From: ${author}`);
const bo = 'Co-developed-by: Bo Example <bo@example.org>';
const boSigns = 'Signed-off-by: Bo Example <bo@example.org>';

const signers: [string, string, string | string[]][] = [
  ['nobody', exampleMail({trailers: [exampleFixes]}), [`error: ${exampleSignOff}`]],
  [
    'somebody without an address',
    exampleMail({trailers: ['Signed-off-by: Ada Example']}),
    [`error: ${exampleSignOff}`],
  ],
  [
    'below the line',
    exampleMail({trailers: [exampleFixes], notes: [exampleSignOff]}),
    [`error on "${exampleSignOff}": ${exampleSignOff}`],
  ],
  ['somebody else', exampleMail({trailers: [boSigns]}), [`error on "${boSigns}": ${exampleSignOff}`]],
  [
    'somebody whose address ends alike',
    by('A <da@example.org>', exampleSignOff),
    [`error on "${exampleSignOff}": Signed-off-by: A <da@example.org>`],
  ],
  [
    'another address',
    exampleMail({trailers: ['Signed-off-by: Ada Example <ada@example.com>']}),
    [`warning: ${exampleSignOff}`],
  ],
  ['another case of both', exampleMail({trailers: ['signed-off-by: ADA EXAMPLE <Ada@Example.org>']}), 'kept'],
  ['another name with the address', exampleMail({trailers: ['Signed-off-by: A. Example <ada@example.org>']}), 'kept'],
  ['a part behind a plus', exampleMail({trailers: ['Signed-off-by: Ada Example <ada+linux@example.org>']}), 'kept'],
  [
    'a name without its accents',
    by('=?UTF-8?q?Bj=C3=B6rn=20T?= <bjorn@example.org>', 'Signed-off-by: Bjorn T (Work) <bjorn@example.com>'),
    ['warning: Signed-off-by: Björn T <bjorn@example.org>'],
  ],
  [
    'a relay that sends it',
    by('Ada Example via B4 Relay <devnull+ada.example.org@kernel.org>', exampleSignOff),
    ['warning: Signed-off-by: Ada Example via B4 Relay <devnull+ada.example.org@kernel.org>'],
  ],
  [
    'the author that the body names',
    exampleMail({description: ['From: Bo Example <bo@example.org>', '', 'Count it.'], trailers: [boSigns]}),
    'kept',
  ],
  ['the author and others', exampleMail({trailers: [exampleSignOff, boSigns]}), 'kept'],
  ['a co-author behind', exampleMail({trailers: [bo, boSigns, exampleSignOff]}), 'kept'],
  ['a co-author elsewhere', exampleMail({trailers: [boSigns, bo, exampleSignOff]}), [`warning on "${bo}": ${boSigns}`]],
  ['no co-author', exampleMail({trailers: [bo, exampleSignOff]}), [`error on "${bo}": ${boSigns}`]],
  ['a cover letter alone', exampleCover(), 'not seen: the patches'],
  ['a diff in an answer', exampleMail({subject: 'Re: [PATCH bpf-next] bpf: Count', trailers: []}), 'kept'],
  ['another project', exampleMail({subject: '[Qemu-devel] [PATCH] x: y', trailers: [], diff: ''}), 'kept'],
];

const bodies: [string, string, string | string[]][] = [
  ['trailers only', exampleMail({description: []}), ['error: git commit --amend opens it.']],
  ['trailers in two blocks', exampleMail({description: [exampleFixes]}), ['error: git commit --amend opens it.']],
  ['nothing at all', exampleMail({description: [], trailers: []}), ['error: git commit --amend opens it.']],
  [
    'words below the line',
    exampleMail({description: [], notes: ['Nobody sees how much is dropped today.']}),
    ['error: Move the words above ---.'],
  ],
  [
    'what a maintainer added',
    exampleMail({description: [], trailers: [exampleSignOff, '[ada: fixed a typo]']}),
    ['error: git commit --amend opens it.'],
  ],
  ['a revert', exampleMail({description: ['This reverts commit 0123456789ab.']}), 'kept'],
  ['few words', exampleMail({description: ['Count.']}), 'kept'],
  ['a cover letter alone', exampleCover({description: []}), 'not seen: the patches'],
  ['HTML only, which is not read', exampleMail({headers: ['Content-Type: text/html'], description: []}), 'kept'],
];

const assisted: [string, string[], string | string[]][] = [
  ['Assisted-by', ['Assisted-by: Copilot:1', exampleSignOff], 'kept'],
  [
    'a trailer of the tool',
    ['Co-Authored-By: Tool <noreply@example.org>', exampleSignOff],
    ['remark on "Co-Authored-By: Tool <noreply@example.org>": Assisted-by: TOOL:VERSION'],
  ],
  ['both', ['Co-authored-by: Tool <noreply@example.org>', 'Assisted-by: Tool:1', exampleSignOff], 'kept'],
  [
    'a tool that signs off',
    ['Signed-off-by: Copilot <copilot@example.org>', 'Assisted-by: Copilot:1'],
    ['warning on "Signed-off-by: Copilot <copilot@example.org>": Assisted-by: TOOL:VERSION'],
  ],
  [
    'a line of the tool',
    ['Generated with [Tool](https://example.org)'],
    ['remark on "Generated with [Tool](https://example.org)": Assisted-by: TOOL:VERSION'],
  ],
  ['other words', ['Generated with a script that counts.'], 'kept'],
];

describe('sob-missing', () => {
  it.each(signers)('%s', async (_, text, answers) => expect(await answersOf(text, sobMissing)).toEqual(answers));
});

describe('body-empty', () => {
  it.each(bodies)('%s', async (_, text, answers) => expect(await answersOf(text, bodyEmpty)).toEqual(answers));
});

describe('ai-assisted', () => {
  it.each(assisted)('%s', async (_, trailers, answers) =>
    expect(await answersOf(exampleMail({trailers}), aiAssisted)).toEqual(answers),
  );
});
