/**
 * The marks that open questions and answers: `Q:`, `Q1.`, `Question 2:`, `A:`, `Answer:`.
 *
 * A mark with a colon is sure. `Q1.` or `A.` also numbers steps and people's initials, so it is weak and counts only
 * where its document asks something that way.
 */
export interface Mark {
  readonly type: 'question' | 'answer';
  /** Characters of the mark and the space after it. */
  readonly length: number;
  readonly weak: boolean;
}

const opening = /^(q(?:uestion)?|a(?:nswer)?)(?:[ -]?#?\d{1,3})? ?(:(?!\/\/)|[.)](?=\s|$))\s*/i;
/** `Q3 Why is it needed?`: the number alone is the mark. */
const numberOnly = /^Q\d{1,3}\s+(?=\p{Lu}[^]*\?\s*$)/u;

/** The mark at the start of a text. Words in the middle of a sentence ("a: b") are none: marks are capitals. */
export function markOf(text: string): Mark | undefined {
  const [whole, word, sign] = opening.exec(text) ?? [];
  if (whole !== undefined && word !== undefined && /^[QA]/.test(word)) {
    const type = word.startsWith('Q') ? 'question' : 'answer';
    return {type, length: whole.length, weak: sign !== ':'};
  }
  const [number] = numberOnly.exec(text) ?? [];
  return number === undefined ? undefined : {type: 'question', length: number.length, weak: true};
}

/** Text without the mark that opens it. */
export function dropMark(text: string): string {
  return text.slice(markOf(text)?.length ?? 0).trim();
}

/** Where the next mark stands inside a text that began with one: `Q: one? Q: two? A: both.` */
export interface InnerMark {
  readonly at: number;
  readonly type: Mark['type'];
}

const innerQuestion = /[.?!:)"']\s+(?=Q(?:uestion)?(?: ?\d{1,3})?:\s)/;
const innerAnswer = /\s(?=A(?:nswer)?(?: ?\d{1,3})?:(?:\s|$))/;

/**
 * Parsing folds lines, so a mark at a line's start is met in the middle of a text.
 *
 * @param from Characters to pass over: the mark that the text opens with.
 * @param answers Whether an answer may begin here, as it may after a question.
 */
export function innerMark(text: string, from: number, answers: boolean): InnerMark | undefined {
  const rest = text.slice(from);
  const question = innerQuestion.exec(rest);
  const answer = answers ? innerAnswer.exec(rest) : null;
  const questionAt = question === null ? Infinity : from + question.index + question[0].length;
  const answerAt = answer === null ? Infinity : from + answer.index + answer[0].length;
  const at = Math.min(questionAt, answerAt);
  if (at === Infinity) return undefined;
  return {at, type: questionAt < answerAt ? 'question' : 'answer'};
}
