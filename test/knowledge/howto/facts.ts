/**
 * What a HOWTO states as plain fact: addresses, links, commands, numbers, names.
 *
 * Two wordings of one answer may share no sentence, but they share these. The reading here is deliberately
 * separate from our RST parser: it looks at the raw text, so that a fault of the parser cannot hide a lost fact.
 */

/** An entry as it stands in the source. */
export interface RawEntry {
  /** The explicit target above the heading, or else the id docutils makes of the heading. */
  readonly anchor: string;
  /** Heading, question and answer, markup included. */
  readonly text: string;
}

export type FactKind =
  'mail' | 'url' | 'document' | 'literal' | 'command' | 'commit' | 'number' | 'identifier' | 'name';

export interface Fact {
  readonly kind: FactKind;
  /** White space folded. */
  readonly value: string;
}

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const url = /https?:\/\/[^\s`>]+[^\s`>.,:;)]/g;
const literal = /``([^`]+)``/g;
const commit = /\b[0-9a-f]{12}\s+\("[^"]+"\)/g;
const documentPath = /Documentation\/[\w/.-]+\.rst/g;
const identifier = /\b[\w-]+_\w+(?:\.\w+)?\b/g;
const number = /\b[\w.]*\d[\w.]*/g;
const person =
  /\b(?:Alexei\s+Starovoitov|Daniel\s+Borkmann|David\s+S\.\s+Miller|Linus|Stephen\s+Hemminger|Yonghong\s+Song)\b/g;
const term =
  /\b(?:Acked-by|Fedora|Gentoo|Ninja|bugzilla\.kernel\.org|cmake|dwarves|gcc-c|libbpf|mainline|netdev|pahole|patchwork|shemminger)\b/gi;

/** The entries of an RST document in the Q:/A: shape, in order. */
export function splitEntries(source: string): RawEntry[] {
  const lines = source.split('\n');
  const end = lines.findIndex((line) => line.startsWith('.. _selftests:'));
  const starts = lines.flatMap((line, at) => (/^(-{4,}|={4,})$/.test(line) && lines[at - 1]?.trim() ? [at - 1] : []));
  return starts.flatMap((start, nth) => {
    const heading = lines[start] ?? '';
    if (!heading.startsWith('Q:')) return [];
    const anchor = /^\.\. _(q-[\w-]+):$/.exec(lines[start - 2] ?? '')?.[1] ?? docutilsId(heading);
    const text = lines.slice(start, starts[nth + 1] ?? end).filter((line) => !line.startsWith('.. '));
    return [{anchor, text: text.join('\n')}];
  });
}

/** The id docutils gives a title of ASCII letters. Source: docutils.nodes.make_id. */
export function docutilsId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
}

/** Lines of the literal blocks: what is indented below a line that ends in `::`. */
export function commandLines(text: string): string[] {
  const found: string[] = [];
  let base: number | undefined;
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    if (base !== undefined && indent > base) found.push(fold(line));
    else base = /::\s*$/.test(line) ? indent + (/^\s*- /.test(line) ? 2 : 0) : undefined;
  }
  return found;
}

/** Every fact of an entry, without repetition. */
export function factsOf(text: string): Fact[] {
  const all = (pattern: RegExp, from: string) => [...from.matchAll(pattern)].map((hit) => fold(hit[1] ?? hit[0]));
  const plain = text
    .replace(/^ *\d\. /gm, ' ')
    .replace(url, ' ')
    .replace(mail, ' ');
  const found: [FactKind, string[]][] = [
    ['mail', all(mail, text.replace(literal, ' '))],
    ['url', all(url, text)],
    ['document', all(documentPath, text)],
    ['literal', all(literal, text)],
    ['command', commandLines(text)],
    ['commit', all(commit, text)],
    ['identifier', all(identifier, plain)],
    ['number', all(number, plain).map((word) => word.replace(/\.+$/, ''))],
    ['name', [...all(person, plain), ...all(term, plain).map((word) => word.toLowerCase())]],
  ];
  return found.flatMap(([kind, values]) => [...new Set(values)].map((value) => ({kind, value})));
}

/** The facts of one text that the other does not have. A literal counts as kept where its words stand unmarked. */
export function factsLost(from: string, to: string): Fact[] {
  const kept = new Set(factsOf(to).map((fact) => `${fact.kind} ${fact.value}`));
  const words = fold(to.replaceAll('``', ''));
  return factsOf(from).filter(
    ({kind, value}) => !kept.has(`${kind} ${value}`) && !(kind === 'literal' && words.includes(value)),
  );
}

/**
 * The running words of a text: lower case, without what one cannot say in own words.
 *
 * @returns Stretches of words; commands, literals, addresses, paths, quoted commits and names with `_` part them.
 */
export function proseStretches(text: string): string[][] {
  const commands = new Set(commandLines(text));
  const prose = text
    .split('\n')
    .filter((line) => !commands.has(fold(line)))
    .join('\n');
  return prose
    .replace(/^\.\. .*$/gm, '\0')
    .replace(/^.*\n[-=]{4,}$/gm, (heading) => `\0${heading}\0`)
    .replace(literal, '\0')
    .replace(url, '\0')
    .replace(mail, '\0')
    .replace(documentPath, '\0')
    .replace(commit, '\0')
    .replace(identifier, '\0')
    .toLowerCase()
    .split('\0')
    .map((stretch) => stretch.match(/[a-z0-9]+(?:['’][a-z]+)?/g) ?? []);
}

/** Runs of `length` words that both texts have, in the order of the first. */
export function sharedRuns(one: string, other: string, length: number): string[] {
  const runs = (text: string) =>
    proseStretches(text).flatMap((words) =>
      words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' ')),
    );
  const known = new Set(runs(other));
  return runs(one).filter((run) => known.has(run));
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
