/**
 * The marks of the question-and-answer habit: `Q:` and `A:` and their kin, at the start of a heading or paragraph.
 */
import type {Paragraph, PhrasingContent} from 'mdast';
import {plainText} from '../parse/rst/text.js';

const questionMark = /^(?:Q|Question) ?#?\d{0,3} ?(?::|\.(?=\s|$)|\)(?=\s|$))\s*/i;
const answerMark = /^(?:(?:A|Answer) ?#?\d{0,3} ?(?::|\)(?=\s|$))|A\d{1,3}\.(?=\s|$))\s*/i;

export type Mark = 'question' | 'answer';

/** Which mark a text opens with. */
export function markOf(text: string): Mark | undefined {
  if (questionMark.test(text)) return 'question';
  return answerMark.test(text) ? 'answer' : undefined;
}

/** A text without the mark that opens it. */
export function dropMark(text: string): string {
  const mark = questionMark.exec(text) ?? answerMark.exec(text);
  return mark ? text.slice(mark[0].length) : text;
}

/** Inline nodes without the mark that opens them; the mark may stand in bold: `**Q:** Where …`. */
export function dropMarkOf(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (!first) return [];
  if (first.type === 'text') {
    const value = dropMark(first.value);
    return value === '' ? trimStart(rest) : [{...first, value}, ...rest];
  }
  if (first.type === 'strong' || first.type === 'emphasis') {
    const children = dropMarkOf(first.children);
    return children.length === 0 ? trimStart(rest) : [{...first, children}, ...rest];
  }
  return [...nodes];
}

function trimStart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return [...nodes];
  const value = first.value.trimStart();
  return value === '' ? rest : [{...first, value}, ...rest];
}

/** Where a further mark begins inside a text: behind the end of a sentence. */
const innerMark = /(?<=[?.!)])\s+(?=(?:[QA]|Question|Answer) ?\d{0,3}: |[QA]\d{1,3}\. )/;

/** A paragraph with several marks, `Q: …? A: …` or `Q: …? Q: …?`, as the paragraphs it stands for. */
export function splitAtMarks(paragraph: Paragraph): Paragraph[] {
  for (const [index, node] of paragraph.children.entries()) {
    if (node.type !== 'text') continue;
    const match = innerMark.exec(node.value);
    if (!match) continue;
    const end = match.index + match[0].length;
    const before = [...paragraph.children.slice(0, index), {...node, value: node.value.slice(0, match.index)}];
    const after = [{...node, value: node.value.slice(end)}, ...paragraph.children.slice(index + 1)];
    return [{...paragraph, children: before}, ...splitAtMarks({...paragraph, children: after})];
  }
  return [paragraph];
}

/** The words of inline nodes on one line. */
export function lineOf(nodes: readonly PhrasingContent[]): string {
  return plainText(nodes).replace(/\s+/g, ' ').trim();
}
