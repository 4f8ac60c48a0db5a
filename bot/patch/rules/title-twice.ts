/**
 * Every patch of a series has a title of its own, by which people and tools find it again.
 *
 * Source: submitting-patches, "The canonical patch format".
 */
import {patchNames} from './commits.js';
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {answerOf, kept, type Finding, type Rule} from './rule.js';
import {submittingPatches} from './source.js';
import {headedOf, type Headed} from './subjects.js';
import {titleKey} from '../same-work.js';

const patch = (number: string, title: string) => exampleMail({subject: `[PATCH bpf-next ${number}] bpf: ${title}`});

export const titleTwice: Rule = {
  id: 'title-twice',
  severity: 'warning',
  asks: 'Every patch of a series has its own title.',
  sources: [submittingPatches()],
  needs: ['subject'],
  example: {
    broken: patch('1/2', 'Count what is dropped') + patch('2/2', 'Count what is dropped'),
    kept: patch('1/2', 'Count what is dropped') + patch('2/2', 'Show what is dropped'),
  },
  check(series) {
    if (!isOfLinux(series)) return kept;
    const groups = new Map<string, Headed[]>();
    for (const headed of headedOf(series)) {
      const key = titleKey(headed.mail);
      if (headed.mail !== series.cover && key !== '') groups.set(key, [...(groups.get(key) ?? []), headed]);
    }
    return answerOf([...groups.values()].flatMap(findingOn));
  },
};

function findingOn(same: readonly Headed[]): Finding[] {
  const [, second] = same;
  if (!second) return [];
  const names = patchNames(same.map(({mail}) => mail)).replace(/^p/u, 'P');
  const message = `${names} have the same title. Say in each title what that patch alone does.`;
  return [{message, mail: second.mail, line: second.line}];
}
