/**
 * What a person wrote, out of the text of a message as Slack tells it.
 *
 * Slack writes mentions and links between angle brackets and escapes three characters everywhere else.
 * Source: Slack, "Formatting message text", "Retrieving formatted messages".
 */

/** `@U1`, `#C1`, `!here`, `mailto:…`, `https://…`; then the label, if any. Other brackets were typed. */
const reference = /<((?:[@#!]|[a-z][a-z\d+.-]*:)[^<>|]*)(?:\|([^<>]*))?>/giu;
const characters: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>'};

/** @param botUser The bot's own name is taken out, with the sign that calls: `<@UBOT>: hello` becomes `hello`. */
export function incomingText(text: string, botUser?: string): string {
  const called = botUser === undefined ? text : text.replace(nameOf(botUser), '');
  return called
    .replace(reference, (_, target: string, label = '') => referenceText(target, label as string))
    .replace(/&(?:amp|lt|gt);/gu, (entity) => characters[entity] ?? entity)
    .trim();
}

/** Whether the text calls the bot by its name. */
export function namesBot(text: string, botUser: string): boolean {
  return nameOf(botUser).test(text);
}

function nameOf(botUser: string): RegExp {
  return new RegExp(`<@${botUser}(?:\\|[^<>]*)?>[,:]?[^\\S\\n]?`, 'gu');
}

function referenceText(target: string, label: string): string {
  const sign = target.charAt(0);
  const name = target.slice(1);
  if (sign === '@' || sign === '#') return `${sign}${label || name}`;
  // `!here`, or `!subteam^S1|@team` and `!date^…|fallback`, whose labels are whole.
  if (sign === '!') return label || `@${name.split('^', 1)[0] ?? ''}`;
  return label || target.replace(/^mailto:/u, '');
}
