/**
 * How people write what changed between versions.
 */

/** `Changes in v2`, `Changes since v1:`, `Changelog:`, `v1 -> v2:`, `v2:`; the version, where one is named, in a group. */
const headings = [
  /^[\s*#-]{0,4}change(?:s|log| log)[: ]{1,3}(?:in|since|from|for|of|between|v|\() ?.{0,20}?v(\d{1,3})\b/iu,
  /^[\s*#-]{0,4}change ?log ?:?$/iu,
  /^[\s*#-]{0,4}v\d{1,3} ?[-=]{1,2}> ?v(\d{1,3})\b/iu,
  /^[\s*#-]{0,4}v(\d{1,3}) changes?\b/iu,
  /^[\s*#-]{0,4}\(?v(\d{1,3})\)? ?(?::|-(?!>) )/iu,
  /^[\s*#-]{0,4}in v(\d{1,3}) ?:/iu,
  /^[\s*#-]{0,4}changes (?:since|from) (?:the )?rfc\b/iu,
];
/** Longer lines are prose. */
const headingChars = 200;

/**
 * @param version Of the series: `v6:` in its second version speaks of something else, such as IPv6.
 * @returns Whether the line heads a list of what changed.
 */
export function isChangeHeading(text: string, version: number): boolean {
  if (text.length > headingChars) return false;
  return headings.some((heading) => {
    const found = heading.exec(text);
    return found !== null && Number(found[1] ?? 1) <= version;
  });
}

/** Whether a line has any word of versions at all. More is not asked of a changelog: everybody writes it another way. */
export function mentionsChange(text: string): boolean {
  return /\bv\d{1,3}\b|\bchange(?:s|log| log)\b|\b(?:previous|last|earlier) (?:version|revision)|\brevisions?\b|\brebased?\b|\brespin\b/iu.test(
    text,
  );
}
