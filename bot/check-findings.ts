/**
 * Findings as a numbered list: what is wrong and where, who says so, and what to paste instead.
 *
 * All that comes out of a patch is data: it is quoted as code, on one line, and nothing in it comes alive.
 */
import type {List, ListItem, Paragraph, PhrasingContent} from 'mdast';
import type {Context} from './command.js';
import {text} from './flow.js';
import type {Block} from './message.js';
import type {RuleFinding} from './patch/check.js';
import {mailLabel} from './patch/label.js';
import type {Rule} from './patch/rules/rule.js';
import {quote} from './quote.js';
import {shortSourceName, sourceUrl} from './source-words.js';

const quotedChars = 80;
const severityWords = {error: 'Error', warning: 'Warning', remark: 'Remark'} as const;

export interface Shown {
  /** How many findings stand on earlier pages. */
  readonly before: number;
  /** Subjects that are written out below all findings, so that they are not repeated in them. */
  readonly below: ReadonlySet<string>;
  /** A subject alone was given, and needs no quoting. */
  readonly isSubject: boolean;
}

export function findingsBlock(findings: readonly RuleFinding[], shown: Shown, context: Context): Block {
  // Where an address has to be written out, once is enough.
  const written = new Set<string>();
  const list: List = {
    type: 'list',
    ordered: true,
    start: shown.before + 1,
    spread: true,
    children: findings.map((finding): ListItem => ({
      type: 'listItem',
      children: findingNodes(finding, shown, sourceNodes(finding.rule, context, written)),
    })),
  };
  return {type: 'prose', children: [list]};
}

function findingNodes(
  {severity, mail, message, line, fix}: RuleFinding,
  {below, isSubject}: Shown,
  sources: readonly PhrasingContent[],
): ListItem['children'] {
  const label = mail && mailLabel(mail);
  const where = label === undefined ? '' : `, ${label}`;
  const quoted = line && !isSubject ? quote(line.text, quotedChars) : '';
  const place = line && line === mail?.subjectLine ? 'Subject' : `Line ${line?.line ?? 0}`;
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [
      {type: 'strong', children: [text(`${severityWords[severity]}${where}`)]},
      text(`: ${message}${fix?.type === 'advice' ? ` ${fix.text}` : ''}`),
      ...(quoted === '' ? [] : [text(` ${place}: `), {type: 'inlineCode', value: quoted} as const]),
      text(' ('),
      ...sources,
      text(')'),
    ],
  };
  const isPasted = fix !== undefined && fix.type !== 'advice' && !below.has(fix.text);
  return isPasted ? [paragraph, {type: 'code', value: fix.text}] : [paragraph];
}

/** Short names that lead to their places; the id of the rule is what `--json` and the documentation call it. */
function sourceNodes({id, sources}: Rule, {knowledge, request}: Context, written: Set<string>): PhrasingContent[] {
  const named = sources.flatMap((source): PhrasingContent[] => {
    const name = text(shortSourceName(source));
    const url = sourceUrl(source, knowledge);
    const isKnown = url === undefined || (request.setting === 'terminal' && written.has(url));
    if (url !== undefined) written.add(url);
    return [text(', '), isKnown ? name : {type: 'link', url, children: [name]}];
  });
  return [text(id), ...named];
}
