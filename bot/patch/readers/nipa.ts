/**
 * Which tree NIPA, netdev's test bot, takes a subject for.
 *
 * Source: NIPA's tree matching as described by its users (nipa#44): the first tree of its configuration whose name stands
 * anywhere between the first bracket and the last, so the order decides where one name holds another.
 */

/** In the order NIPA tries them. */
const configured = ['net-next', 'net', 'bpf-next', 'bpf'] as const;
export type NipaTree = (typeof configured)[number];

/** @param line A subject on one line, decoded, without reply words. @returns Undefined where NIPA guesses from paths. */
export function readAsNipa(line: string): NipaTree | undefined {
  if (!line.startsWith('[')) return undefined;
  const inside = line.slice(1, Math.max(1, line.lastIndexOf(']')));
  return configured.find((tree) => inside.includes(tree));
}
