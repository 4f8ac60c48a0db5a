import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {checkSubmission} from '../../../bot/patch/check.js';
import {readSubmission} from '../../../bot/patch/mail/read-mail.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

/** An error on a patch that BPF's CI carried, and what a reading of the patch says of it. */
interface Reviewed {
  readonly file: string;
  readonly rule: string;
  readonly isBorneOut: boolean;
  readonly why: string;
}

const path = 'test/fixtures/patch/vm-errors.json';
const reviewed = JSON.parse(
  readFileSync(new URL('../../fixtures/patch/vm-errors.json', import.meta.url), 'utf8'),
) as readonly Reviewed[];
const nameOf = ({file, rule}: Pick<Reviewed, 'file' | 'rule'>) => `${file} ${rule}`;

/** Each pair of a file and a rule once, by its name. */
async function errorsOf(file: string): Promise<string[]> {
  const bytes = readFileSync(shared(`patches/${file}`));
  const {judged} = checkSubmission(await readSubmission([{name: file, bytes}]));
  const errors = judged.flatMap(({findings}) => findings.filter(({severity}) => severity === 'error'));
  return [...new Set(errors.map(({rule}) => nameOf({file, rule: rule.id})))];
}

const files = hasShared
  ? ['patch', 'unlabelled/patch'].flatMap((folder) =>
      readdirSync(shared(`patches/${folder}`))
        .filter((name) => name.startsWith('vm-'))
        .map((name) => `${folder}/${name}`),
    )
  : [];

describe('the reviewed errors', () => {
  it('are told one by one, in sentences', () => {
    expect(reviewed.filter(({why}) => !/^[A-Z].*\.$/u.test(why))).toEqual([]);
    expect(new Set(reviewed.map(nameOf)).size).toBe(reviewed.length);
  });
});

describe.skipIf(!hasShared)(`errors on patches that BPF's CI carried${sharedNote}`, () => {
  it('are those that somebody read and judged', async () => {
    const given = (await Promise.all(files.map(errorsOf))).flat();
    const known = new Set(reviewed.map(nameOf));
    const unread = given.filter((name) => !known.has(name));
    expect(
      unread,
      `These errors are new. Read each file: if it bears the error out, add a row to ${path}; if not, mend the rule.`,
    ).toEqual([]);
    const gone = [...known].filter((name) => !given.includes(name));
    expect(gone, `These errors are not given any more. Take their rows out of ${path}.`).toEqual([]);
  });

  it('are wrong on fewer than 1 file in 20', () => {
    const wrong = new Set(reviewed.filter(({isBorneOut}) => !isBorneOut).map(({file}) => file));
    expect(wrong.size / files.length).toBeLessThan(1 / 20);
  });
});
