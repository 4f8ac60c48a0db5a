/**
 * What a search gives: an answer, a choice of questions, or an honest "not covered".
 */
import type {Elsewhere, Entry} from '../entry.js';

/** One entry that may answer the question. */
export interface Match {
  readonly entry: Entry;
  /** Chance that this entry answers the question, 0..1, as fitted on labelled questions. */
  readonly confidence: number;
  /** What spoke for it, for operators and `--json`: e.g. `phrase "where to send patches"`, `words: list, patch`. */
  readonly why: string;
}

export interface Outcome {
  /** `answer`: show the first match. `choices`: offer the matches (three at most). `none`: say that it is not covered. */
  readonly outcome: 'answer' | 'choices' | 'none';
  /** Best first, ten at most; also filled for `none`, so that a reader may say "but I meant this one". */
  readonly matches: readonly Match[];
  /** For `none` and `choices`: a topic that fits the question and that another page covers. */
  readonly elsewhere?: Elsewhere;
  /** Words that were read as other words: unknown in the question, known to the vocabulary. */
  readonly corrections: readonly {readonly from: string; readonly to: string}[];
}
