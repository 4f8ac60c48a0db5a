/**
 * `subject --jsonl`: a line with a subject in, a line with what it says out, at once and in the same order.
 */
import {readRawSubject} from '../../bot/patch/subject.js';
import type {Json} from '../../bot/message.js';
import {write, type Console} from './console.js';
import {inputLines} from './input-lines.js';
import {formatJson} from './json.js';

/** @returns Exit code: 2 where a line could not be read; each such line is answered with an `error`. */
export async function readSubjectLines(console: Console): Promise<0 | 2> {
  let code: 0 | 2 = 0;
  for await (const line of inputLines(console.input)) {
    if (line.trim() === '') continue;
    const raw = rawOf(line);
    if (raw === undefined) code = 2;
    await write(console.output, `${formatJson(raw === undefined ? unreadable : subjectToData(raw), 0)}\n`);
  }
  return code;
}

const unreadable: Json = {
  error: 'This line is not read. Write each subject as {"raw": "[PATCH bpf-next v2 1/3] bpf: fix it"}.',
};

function rawOf(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('raw' in value)) return undefined;
    return typeof value.raw === 'string' ? value.raw : undefined;
  } catch {
    return undefined;
  }
}

/** @param raw As it stands in the header: folds and encoded words kept. */
export function subjectToData(raw: string): Readonly<Record<string, Json>> {
  const subject = readRawSubject(raw);
  return {
    kind: subject.kind,
    patch_word: subject.patchWord,
    tokens: subject.tokens,
    tags: subject.tags,
    list_tags: subject.listTags,
    tree: subject.tree,
    branch: subject.branch,
    version: subject.version,
    version_given: subject.versionGiven,
    index: subject.index,
    total: subject.total,
    rfc: subject.rfc,
    resend: subject.resend,
    title: subject.title,
    ...(subject.treeCandidates.length > 0 ? {tree_candidates: subject.treeCandidates} : {}),
  };
}
