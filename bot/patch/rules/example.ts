/**
 * Mails for the examples of rules: a patch that keeps every rule, with what is to be shown put in its place.
 */

export interface ExampleParts {
  readonly subject?: string;
  /** Whole header lines that come on top, such as `To: bpf@vger.kernel.org`. */
  readonly headers?: readonly string[];
  readonly description?: readonly string[];
  readonly trailers?: readonly string[];
  /** Below `---`. */
  readonly notes?: readonly string[];
  /** A whole diff; '' for a cover letter. */
  readonly diff?: string;
}

export const exampleFixes = 'Fixes: 0123456789ab ("bpf: Drop what nobody counts")';
export const exampleSignOff = 'Signed-off-by: Ada Example <ada@example.org>';

/** @returns A message of an mbox; several can be joined. */
export function exampleMail({
  subject = '[PATCH bpf-next] bpf: Count what is dropped',
  headers = [],
  description = ['Nobody sees how much is dropped. Count it.'],
  trailers = [exampleSignOff],
  notes = [],
  diff = exampleDiff('kernel/bpf/drop.c'),
}: ExampleParts = {}): string {
  return [
    'From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001',
    'From: Ada Example <ada@example.org>',
    'Date: Mon, 3 Nov 2025 10:00:00 +0000',
    `Subject: ${subject}`,
    ...headers,
    '',
    ...description,
    ...(trailers.length > 0 ? ['', ...trailers] : []),
    ...(diff === '' ? [] : ['---', ...notes, '', diff]),
    '-- ',
    '2.39.5',
    '',
    'base-commit: 0123456789abcdef0123456789abcdef01234567',
    '',
    '',
  ].join('\n');
}

export function exampleCover({
  subject = '[PATCH bpf-next 0/2] bpf: Count and show what is dropped',
  description = ['Count what is dropped, and show the count.'],
  headers = [],
}: Pick<ExampleParts, 'subject' | 'description' | 'headers'> = {}): string {
  return exampleMail({subject, description, headers, trailers: [], diff: ''});
}

/** @param path A file with one line changed. @param lines Lines of its one hunk, each with its mark. */
export function exampleDiff(
  path: string,
  lines: readonly string[] = [' void drop(void)', '-', '+\tcount();', ' }'],
): string {
  const [before, after] = ['-', '+'].map(
    (mark) => lines.filter((line) => line.startsWith(' ') || line.startsWith(mark)).length,
  );
  return [
    `diff --git a/${path} b/${path}`,
    'index 1111111..2222222 100644',
    `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -1,${before ?? 0} +1,${after ?? 0} @@`,
    ...lines,
  ].join('\n');
}
