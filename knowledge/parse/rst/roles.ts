/**
 * Interpreted text: `` :role:`text` ``.
 *
 * docutils' own roles, and those of Sphinx that kernel documents use. What a role would only compute on docs.kernel.org
 * becomes its readable text.
 */
import type {Link, PhrasingContent, Text} from 'mdast';
import type {Position} from 'unist';
import type {Document} from './document.js';
import {normalName} from './ids.js';
import {embeddedTarget} from './inline-reference.js';
import type {Span} from './span.js';
import {unescape} from './unescape.js';

type Shape = 'emphasis' | 'strong' | 'code' | 'text' | 'doc' | 'ref' | 'rfc';

const shapes = new Map<string, Shape>([
  ...entries('emphasis', 'emphasis title-reference title title-ref t dfn term'),
  ...entries('strong', 'strong guilabel menuselection'),
  ...entries(
    'code',
    'literal code math samp file kbd command program option envvar makevar regexp mimetype command manpage',
  ),
  ...entries(
    'code',
    'func data type struct enum enumerator union macro member var expr identifier texpr cpp c keyword',
  ),
  ...entries('text', 'abbr abbreviation ac acronym sub subscript sup superscript index eq numref any download raw'),
  ...entries('doc', 'doc'),
  ...entries('ref', 'ref'),
  ...entries('rfc', 'rfc rfc-reference'),
]);

function entries(shape: Shape, names: string): [string, Shape][] {
  return names.split(' ').map((name) => [name, shape]);
}

/** Nodes for interpreted text; an empty role is the default role, a cited title. */
export function roleNodes(
  span: Span,
  document: Document,
  at: {readonly from: number; readonly to: number; readonly inner: number; readonly end: number; readonly role: string},
): PhrasingContent[] {
  const position = span.position(at.from, at.to);
  const raw = span.text.slice(at.inner, at.end);
  const value = unescape(raw);
  const text = {type: 'text' as const, value, position: span.position(at.inner, at.end)};
  // `c:func` and `cpp:class` are known by their last part.
  const role = at.role.toLowerCase();
  const shape = role === '' ? 'emphasis' : (shapes.get(role) ?? shapes.get(role.slice(role.lastIndexOf(':') + 1)));
  switch (shape) {
    case 'emphasis':
      return [{type: 'emphasis', children: [text], position}];
    case 'strong':
      return [{type: 'strong', children: [text], position}];
    case 'code':
      return [{type: 'inlineCode', value: raw.replace(/\n/g, ' '), position}];
    case 'text':
      return [{...text, position}];
    case 'doc':
    case 'ref':
      return [crossReference(document, shape, raw, text, position)];
    case 'rfc': {
      const number = /^\d+/.exec(value)?.[0];
      if (number === undefined) return [{...text, position}];
      const url = `https://www.rfc-editor.org/rfc/rfc${number}`;
      return [{type: 'link', url, children: [{...text, value: `RFC ${number}`}], data: {kind: 'url'}, position}];
    }
    case undefined:
      document.problem(position.start, `the role \`${at.role}\``, 'a role that is known here');
      return [{...text, position}];
  }
}

/** `:doc:` and `:ref:`, alone or as `words <target>`. */
function crossReference(
  document: Document,
  shape: 'doc' | 'ref',
  raw: string,
  text: Text,
  position: Position,
): PhrasingContent {
  const open = raw.lastIndexOf('<');
  const explicit =
    open > 0 && raw.endsWith('>') ? {words: raw.slice(0, open).trimEnd(), target: raw.slice(open + 1, -1)} : undefined;
  const target = unescape(explicit?.target ?? embeddedTarget(raw)?.target ?? raw);
  const words = {...text, value: unescape(explicit?.words ?? raw)};
  if (shape === 'doc') return {type: 'link', url: target, children: [words], data: {kind: 'role-doc'}, position};
  const link: Link = {type: 'link', url: '', children: [words], data: {kind: 'internal-section'}, position};
  const name = normalName(target);
  document.pending.push({link, name, at: position.start, elsewhere: true});
  if (!explicit) document.untitled.push({text: words, name});
  return link;
}
