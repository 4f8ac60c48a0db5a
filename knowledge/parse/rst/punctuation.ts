/**
 * Which characters may stand around inline markup.
 *
 * Source: reStructuredText Markup Specification, "Inline markup recognition rules", and
 * docutils.utils.punctuation_chars, whose Unicode lists are the general categories used here.
 */
const opener = /["'(<[{\p{Ps}\p{Pi}\p{Pf}]/u;
const delimiter = /[-/:\p{Pd}]|(?![!"#%&'*,.;?@\\])\p{Po}/u;
const closer = /["')>\]}\p{Pe}\p{Pi}\p{Pf}]/u;
const space = /\s/;

/** Whether markup may start after this character; an empty string is the start of the text. */
export function mayPrecede(char: string): boolean {
  return char === '' || space.test(char) || opener.test(char) || delimiter.test(char);
}

/** Whether markup may end before this character; an empty string is the end of the text. */
export function mayFollow(char: string): boolean {
  return char === '' || space.test(char) || '\\.,;!?'.includes(char) || closer.test(char) || delimiter.test(char);
}

export function isSpace(char: string): boolean {
  return char === '' || space.test(char);
}

const quotePairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '(': ')',
  '<': '>',
  '[': ']',
  '{': '}',
  '«': '»»',
  '»': '««»',
  '‘': '’‚',
  '“': '”„',
  '„': '“”',
  '‚': '‘’',
  '‹': '›',
  '›': '‹›',
  '’': '‘’',
  '”': '“”',
};

/** Whether a start string stands between matching quotes or brackets and so is no markup: `"*"`, `(*)`. */
export function isQuoted(before: string, after: string): boolean {
  return before !== '' && (quotePairs[before]?.includes(after) ?? false) && after !== '';
}
