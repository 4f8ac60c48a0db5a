/**
 * Help of an AI tool is told with Assisted-by, and only people sign off.
 *
 * Tools are known by the trailers and lines that they leave, not by a list of all their names.
 * Source: submitting-patches of 7.2.
 */
import {answerOnCommits} from './commits.js';
import {exampleMail, exampleSignOff} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {submittingPatches} from './source.js';
import {trailersOf} from './trailers-of.js';
import type {PatchMail} from '../mail/message.js';

export const aiAssisted: Rule = {
  id: 'ai-assisted',
  severity: 'remark',
  asks: 'Help of an AI tool is told with Assisted-by.',
  sources: [submittingPatches('7.2')],
  needs: ['description'],
  example: {
    broken: exampleMail({trailers: ['Co-authored-by: Copilot <noreply@example.org>', exampleSignOff]}),
    kept: exampleMail({trailers: ['Assisted-by: Copilot:1', exampleSignOff]}),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

/** A trailer of a tool, or a line such as "Generated with [tool]". */
const sign =
  /^(?:co-(?:authored|developed)-by|generated-by|signed-off-by|reviewed-by): .{0,100}(?:<noreply@|\b(?:copilot|chatgpt|codex|gemini|cursor agent)\b)|^\W{0,4}(?:generated|written|created) (?:with|by|using) (?:\[|an? (?:AI|LLM)\b|AI\b|(?:chatgpt|copilot|codex|gemini)\b)/iu;

function findingsOn(mail: PatchMail): Finding[] {
  const line = mail.description.lines.find(({text}) => sign.test(text));
  if (!line) return [];
  if (/^signed-off-by:/iu.test(line.text)) {
    const message = 'A tool cannot sign off; only people can. Name the tool with Assisted-by.';
    return [{severity: 'warning', message, mail, line, fix: {type: 'line', text: 'Assisted-by: TOOL:VERSION'}}];
  }
  if (trailersOf(mail, 'assisted-by').length > 0) return [];
  const message = 'An AI tool is named in a form of its own. The kernel asks for Assisted-by.';
  return [{message, mail, line, fix: {type: 'line', text: 'Assisted-by: TOOL:VERSION'}}];
}
