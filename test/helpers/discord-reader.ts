/**
 * What a reader of Discord sees of a text: an independent parser of its Markdown, made stricter where Discord is.
 *
 * Where discord-markdown-parser deviates from Discord: it has no lists (marks stay text here, and Discord draws the
 * same marks), no emoji short codes, no `<id:browse>`, no addresses in angles without `//`, and ids only of 17 digits
 * and more. Rules for those are added below, so that none goes unseen. It takes a tab for four blanks.
 */
import {rulesExtended, SimpleMarkdown} from 'discord-markdown-parser';

interface Node {
  readonly type: string;
  readonly content?: unknown;
  readonly target?: unknown;
  readonly name?: unknown;
}

export interface Read {
  /** Words as they are seen; an address that hides behind words follows them in parentheses. */
  readonly text: string;
  /** Kinds of all nodes, in order. */
  readonly kinds: readonly string[];
  /** Addresses that can be opened. */
  readonly links: readonly string[];
}

const {order} = rulesExtended.strong ?? {order: 0};
const parse = SimpleMarkdown.parserFor({
  ...rulesExtended,
  shortCode: {order, match: (source) => /^:[\w+-]+:/.exec(source), parse: ([name]) => ({name})},
  // Whatever else stands in angles is a mention, an emoji, a time, a command or a place of the server.
  angle: {order: order + 0.5, match: (source) => /^<[@#:/&!\w+][^\s>]*>/.exec(source), parse: ([name]) => ({name})},
});

export function readDiscord(markdown: string): Read {
  const kinds: string[] = [];
  const links: string[] = [];
  const textOf = (content: unknown): string => {
    if (!Array.isArray(content)) return typeof content === 'string' ? content : '';
    return content.map((node: Node) => nodeText(node)).join('');
  };
  const nodeText = (node: Node): string => {
    kinds.push(node.type);
    const text = textOf(node.content ?? node.name);
    switch (node.type) {
      case 'br':
        return '\n';
      case 'subtext':
      case 'blockQuote':
      case 'codeBlock':
        return `${text}\n`;
      case 'autolink':
      case 'url':
      case 'link': {
        const target = String(node.target);
        links.push(target);
        return text === target ? text : `${text} (${target})`;
      }
      default:
        return text;
    }
  };
  return {text: textOf(parse(markdown, {inline: true})), kinds, links};
}
