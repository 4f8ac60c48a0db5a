/**
 * Names and ids as docutils makes them; docs.kernel.org uses the ids as anchors.
 *
 * Source: docutils.nodes.make_id and docutils.nodes.fully_normalize_name.
 */

/** Letters that do not come apart under NFKD, as docutils translates them. */
const translations = new Map<string, string>([
  ...pairs('øđħıłŧƀƃƈƌƒƙƚƞƥƫƭƴƶǥȥȴȵȶȷȼȿɀɇɉɋɍɏ', 'odhiltbbcdfklnpttyzgzlntjcszejqry'),
  ['ß', 'sz'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ȸ', 'db'],
  ['ȹ', 'qp'],
]);

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (char, index) => [char, to.charAt(index)]);
}

/** `Q: How do I …?` becomes `q-how-do-i`. Empty where no ASCII letter or digit is left. */
export function makeId(name: string): string {
  const folded = Array.from(name.toLowerCase(), (char) => translations.get(char) ?? char).join('');
  // What is not ASCII after the fold is dropped, not replaced by a hyphen.
  const ascii = folded.normalize('NFKD').replace(/[^\0-\x7f]/g, '');
  const words = ascii.split(/\s+/).filter(Boolean).join(' ');
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^[-0-9]+|-+$/g, '');
}

/** How reference names are compared: case folded, white space as single spaces. */
export function normalName(name: string): string {
  return name.toLowerCase().split(/\s+/).filter(Boolean).join(' ');
}

/** Gives each id once: a second `x` becomes `id1`, as docutils does with names that are taken. */
export class IdRegistry {
  readonly #taken = new Set<string>();
  #next = 1;

  take(wanted: string): string {
    if (wanted && !this.#isTaken(wanted)) {
      this.#taken.add(wanted);
      return wanted;
    }
    while (this.#taken.has(`id${this.#next}`)) this.#next++;
    return `id${this.#next++}`;
  }

  /** Numbered ids are given in order, so that the number tells; a set of them would be the slowest part of all. */
  #isTaken(id: string): boolean {
    const number = /^id([1-9]\d{0,14})$/.exec(id)?.[1];
    return this.#taken.has(id) || (number !== undefined && Number(number) < this.#next);
  }
}
