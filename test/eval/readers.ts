/**
 * Our models of the tools that read subjects, beside what the tools answered: `agrees_with` and `peer_differs` of the
 * labelled subjects. For NIPA and kernel-patches-daemon there are no answers; their trees stand beside the labels.
 */
import {existsSync, readFileSync} from 'node:fs';
import {readAsB4} from '../../bot/patch/readers/b4.js';
import {misreadings, readers, type Reader} from '../../bot/patch/readers/misreadings.js';
import {readAsPatchwork} from '../../bot/patch/readers/patchwork.js';
import {decodeSubject} from '../../bot/patch/subject.js';

type Scalar = string | number | boolean | null;

export interface ReaderRow {
  readonly id: string;
  readonly raw: string;
  readonly expect: Readonly<Record<string, Scalar>>;
  readonly agrees_with: readonly string[];
  readonly peer_differs?: readonly string[];
}

/** A model, in the words of `peer_differs`, and the tool that it is of. */
interface Model {
  readonly tool: 'patchwork' | 'b4';
  readonly lead: string;
}
const models: readonly Model[] = [
  {tool: 'patchwork', lead: 'pw:'},
  {tool: 'b4', lead: 'b4:'},
];

/** Readings that differ from the tool's, and tools that agree with the label in a model's eyes. */
export interface ModelCheck {
  readonly off: readonly string[];
  readonly agreesWith: readonly string[];
}

export function readReaderRows(path: string): ReaderRow[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReaderRow);
}

export function checkModels({raw, expect: label, peer_differs: differing = []}: ReaderRow): ModelCheck {
  const model = peerReading(decodeSubject(raw));
  const labelled = labelReading(label);
  const told = {
    ...labelled,
    ...Object.fromEntries(
      differing.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
    ),
  };
  const differs = (beside: Readonly<Record<string, string>>) =>
    Object.entries(beside).filter(([name, value]) => model[name] !== value);
  const fromLabel = differs(labelled).map(([name]) => name);
  return {
    off: differs(told).map(([name, value]) => `${name}: ${value}, and not ${model[name] ?? ''}`),
    agreesWith: models.filter(({lead}) => !fromLabel.some((name) => name.startsWith(lead))).map(({tool}) => tool),
  };
}

/** Patches and covers of which a test bot takes the tree for another: NIPA of any, the daemon of those for bpf and bpf-next. */
export function treesMisread(rows: readonly ReaderRow[]): {
  readonly patches: number;
  readonly byReader: Map<Reader, string[]>;
} {
  const patches = rows.filter(({expect: {kind}}) => kind === 'patch' || kind === 'cover');
  const byReader = new Map<Reader, string[]>();
  for (const {raw, expect: label} of patches) {
    for (const {reader, reads} of misreadings(decodeSubject(raw))) {
      const isMeant = label.tree === 'bpf' || label.tree === 'bpf-next';
      if (reader !== 'NIPA' && (reader !== 'kernel-patches-daemon' || !isMeant)) continue;
      byReader.set(reader, [...(byReader.get(reader) ?? []), `${reads}: ${raw}`]);
    }
  }
  return {patches: patches.length, byReader};
}

export function printReaders(path: string): void {
  const rows = readReaderRows(path);
  if (rows.length === 0) return;
  const checks = rows.map(checkModels);
  console.log(`\n=== models of readers: ${rows.length} subjects`);
  for (const {tool, lead} of models) {
    const right = checks.filter(({off}) => !off.some((each) => each.startsWith(lead))).length;
    const agreeing = checks.filter(({agreesWith}) => agreesWith.includes(tool)).length;
    const told = rows.filter((row) => row.agrees_with.includes(tool)).length;
    console.log(`${tool}: the model answers as the tool on ${right}; as a person on ${agreeing} (the tool: ${told})`);
  }
  const {patches, byReader} = treesMisread(rows);
  for (const reader of readers.slice(2)) {
    console.log(
      `${reader}: takes ${byReader.get(reader)?.length ?? 0} of ${patches} patches and covers for another tree`,
    );
  }
}

function peerReading(line: string): Readonly<Record<string, string>> {
  const patchwork = readAsPatchwork(line);
  const b4 = readAsB4(line);
  return {
    'pw:version': String(patchwork.version),
    'pw:series': pair(patchwork.index, patchwork.total),
    'b4:version': String(b4.version),
    'b4:counter': pair(b4.index, b4.total),
    'b4:rfc': python(b4.rfc),
    'b4:resend': python(b4.resend),
    'b4:patch': python(b4.patch),
    'b4:reply': python(b4.reply),
    'b4:title': `'${b4.title}'`,
  };
}

/** The label in the same words. */
function labelReading(label: ReaderRow['expect']): Readonly<Record<string, string>> {
  return {
    'pw:version': String(label.version),
    'pw:series': pair(label.index, label.total),
    'b4:version': String(label.version),
    'b4:counter': pair(label.index, label.total),
    'b4:rfc': python(label.rfc === true),
    'b4:resend': python(label.resend === true),
    'b4:patch': python(label.patch_word === true),
    'b4:reply': python(label.kind === 'reply' || label.kind === 'forward'),
    'b4:title': `'${String(label.title)}'`,
  };
}

function pair(index: Scalar = null, total: Scalar = null): string {
  return `${String(index ?? 'None')}/${String(total ?? 'None')}`;
}

function python(flag: boolean): string {
  return flag ? 'True' : 'False';
}
