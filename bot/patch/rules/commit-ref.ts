/**
 * A commit is named with twelve digits of its hash and its title, so that people can read it and tools find it.
 *
 * Source: submitting-patches, "Describe your changes"; checkpatch.pl, GIT_COMMIT_ID, which NIPA switches off.
 */
import {answerOnCommits} from './commits.js';
import {exampleMail} from './example.js';
import {fixesTagsOf} from './fixes-tag.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {submittingPatches, tool} from './source.js';
import {isShown, wordsOf} from './words.js';
import type {Line} from '../mail/line.js';
import type {PatchMail} from '../mail/message.js';

export const commitRef: Rule = {
  id: 'commit-ref',
  severity: 'remark',
  asks: 'A commit is named as commit <12 digits> ("title").',
  sources: [submittingPatches(), tool('checkpatch.pl')],
  needs: ['description'],
  example: {
    broken: exampleMail({description: ['Since commit abc1234, nobody counts.']}),
    kept: exampleMail({description: ['Since commit 0123456789ab ("bpf: Drop it"), nobody counts.']}),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

interface Reference {
  readonly hash: string;
  readonly isWhole: boolean;
  readonly line: Line;
}

function findingsOn(mail: PatchMail): Finding[] {
  const references = referencesIn(wordsOf(mail));
  const named = [
    ...references.filter(({isWhole}) => isWhole).map(({hash}) => hash),
    ...fixesTagsOf(mail).flatMap(({hash, faults}) => (faults.includes('no-title') ? [] : (hash ?? []))),
  ];
  // A commit that was named in full can be spoken of by the beginning of its hash alone.
  const known = new Set(named.map(beginningOf));
  const odd = references.filter(({isWhole, hash}) => !isWhole && !known.has(beginningOf(hash)));
  const [first] = odd;
  if (!first) return [];
  const count = odd.length === 1 ? 'A commit is' : `${odd.length} commits are`;
  const message = `${count} named without at least 12 digits and the title in ("…").`;
  const text = `git log -1 --abbrev=12 --format='commit %h ("%s")' ${first.hash}`;
  return [{message, mail, line: first.line, fix: {type: 'command', text}}];
}

function beginningOf(hash: string): string {
  return hash.slice(0, 6).toLowerCase();
}

/** Words of letters a to f are no hashes: "commit faded". */
const start = /\bcommits?\s{1,4}((?=[0-9a-f]{0,39}\d)[0-9a-f]{6,40})\b/giu;
const title = /^,?\s{0,4}\(\s{0,2}["“'`]/u;
const passed =
  /^(?:This reverts commit\b|Merge\b|\(cherry picked from\b|commit [0-9a-f]{40} upstream\b|\[ Upstream commit\b)|reversing changes made to|:\/\//iu;

/** A reference may be broken over lines at any of its blanks. */
function referencesIn(lines: readonly Line[]): readonly Reference[] {
  return lines.flatMap((line, index) => {
    if (!/\bcommits?\b/iu.test(line.text) || isShown(line.text) || passed.test(line.text)) return [];
    const [next, later] = [lines[index + 1], lines[index + 2]].map((each) => each?.text.trim().slice(0, 200) ?? '');
    const text = `${line.text} ${next ?? ''} ${later ?? ''}`;
    return [...text.matchAll(start)]
      .filter(({index: at}) => at < line.text.length)
      .map((match): Reference => {
        const [found, hash = ''] = match;
        const isWhole =
          hash.length >= 12 && title.test(text.slice(match.index + found.length, match.index + found.length + 12));
        return {hash: hash.toLowerCase(), isWhole, line};
      });
  });
}
