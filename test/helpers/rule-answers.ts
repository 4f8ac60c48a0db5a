/**
 * What one rule answers to the text of an mbox, in lines that a table can hold.
 */
import {checkSubmission} from '../../bot/patch/check.js';
import {readSubmission} from '../../bot/patch/mail/read-mail.js';
import type {Rule} from '../../bot/patch/rules/rule.js';

/**
 * @returns For the newest series `kept`, `not seen: …`, or a line for each finding: its severity, the line it is about, and
 * its repair.
 */
export async function answersOf(text: string | Uint8Array, rule: Rule): Promise<string | string[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const [judged] = checkSubmission(await readSubmission([{name: 'a.mbox', bytes}])).judged;
  if (!judged) return 'no series';
  if (judged.kept.includes(rule)) return 'kept';
  const unseen = judged.notSeen.find((each) => each.rule === rule);
  if (unseen) return `not seen: ${unseen.needs}`;
  return judged.findings
    .filter((finding) => finding.rule === rule)
    .map(({severity, line, fix}) => `${severity}${line ? ` on "${line.text}"` : ''}: ${fix?.text ?? ''}`);
}
