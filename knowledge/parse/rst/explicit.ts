/**
 * Explicit markup, all that begins with `.. `: targets, footnotes, substitutions, directives, comments.
 *
 * Source: reStructuredText Markup Specification, "Explicit Markup Blocks".
 */
import type {Definition, PhrasingContent, RootContent} from 'mdast';
import {parseFlow, type Element} from './block.js';
import {parseDirective} from './directives.js';
import type {Target} from './document.js';
import {makeId, normalName} from './ids.js';
import {addressOf} from './inline-reference.js';
import {parseInlines} from './inline.js';
import {
  behindMark,
  dedent,
  indentedEnd,
  isBlank,
  leastIndent,
  positionOf,
  textAt,
  unbrokenEnd,
  type Scope,
} from './scope.js';
import {Span} from './span.js';
import {unescape} from './unescape.js';

const directive = /^(?:[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*) ?::(?= |$)/u;

/** The construct at a line that begins with `..` or `__`. */
export function parseExplicit(scope: Scope, line: number): Element {
  const text = textAt(scope, line);
  if (text.startsWith('__')) return anonymousAt(scope, line, 2);
  const rest = text.slice(2).trimStart();
  const width = text.length - rest.length;
  const after = rest.charAt(0);
  if (after === '_' && rest.length > 1) {
    if (rest.startsWith('__:')) return anonymousAt(scope, line, width + 3);
    const element = targetAt(scope, line, width + 1);
    if (element) return element;
  } else if (after === '[') {
    const element = footnoteAt(scope, line, width);
    if (element) return element;
  } else if (after === '|') {
    const element = substitutionAt(scope, line, rest, width);
    if (element) return element;
  }
  const name = directive.exec(rest)?.[0];
  if (name !== undefined) {
    return parseDirective(scope, line, name.replace(/ ?::$/, ''), width + name.length);
  }
  return commentAt(scope, line, rest, width);
}

/** A comment is kept, unseen by readers, because it parts what stands around it. */
function commentAt(scope: Scope, line: number, rest: string, width: number): Element {
  const isEmpty = rest === '' && (line + 1 >= scope.to || isBlank(scope, line + 1));
  const next = isEmpty ? line + 1 : Math.max(line + 1, indentedEnd(scope, line + 1, scope.column + 1));
  const column = leastIndent(scope, line + 1, next, scope.column + width);
  const value = [rest, dedent(scope, line + 1, next, column)].filter(Boolean).join('\n').replaceAll('-->', '-- >');
  const position = positionOf(scope, line, next, scope.column);
  return {nodes: [{type: 'html', value: `<!-- ${value} -->`, data: {kind: 'comment'}, position}], next};
}

/** The lines of a target: they go on while they are indented and not blank. */
function targetText(scope: Scope, line: number, width: number): {readonly raw: string; readonly next: number} {
  const next = unbrokenEnd(scope, line + 1, scope.column + 1);
  const lines = [textAt(scope, line).slice(width)];
  for (let at = line + 1; at < next; at++) lines.push(textAt(scope, at).trim());
  return {raw: lines.join('\n').trim(), next};
}

function anonymousAt(scope: Scope, line: number, width: number): Element {
  const {document} = scope;
  const {raw, next} = targetText(scope, line, width);
  const position = positionOf(scope, line, next, scope.column);
  const target = targetOf(raw);
  if (!target) {
    const id = document.ids.take('');
    document.anonymousTargets.push({type: 'internal', id});
    const node = definition('__', `#${id}`, position, true);
    document.addLabel('', id, node);
    return {nodes: [node], next};
  }
  document.ids.take('');
  document.redirectLabels(target);
  document.anonymousTargets.push(target);
  const node = definition('__', target.type === 'url' ? target.url : '', position, false);
  if (target.type === 'alias') document.aliases.push({node, name: target.name});
  return {nodes: [node], next};
}

/** Where the text behind `.. _name:` leads; undefined where it is empty, so that the target is a place here. */
function targetOf(raw: string): Target | undefined {
  if (raw === '') return undefined;
  const folded = raw.replace(/\n/g, ' ');
  const alias =
    /^`((?:[^`\\]|\\.)+)`_$/.exec(folded)?.[1] ?? /^([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*)_$/u.exec(folded)?.[1];
  return alias === undefined ? {type: 'url', url: addressOf(raw)} : {type: 'alias', name: unescape(alias)};
}

function targetAt(scope: Scope, line: number, width: number): Element | undefined {
  const {document} = scope;
  const {raw, next} = targetText(scope, line, width);
  const quoted = /^`((?:[^`\\]|\\.)+)`:(?:[ \n]|$)/s.exec(raw);
  const end = quoted ? quoted[0].length : nameEnd(raw);
  if (end < 0) return undefined;
  const name = unescape(quoted?.[1] ?? raw.slice(0, end - 1))
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return undefined;
  const target = targetOf(raw.slice(end).trim());
  const position = positionOf(scope, line, next, scope.column);
  const at = position.start;
  if (!target) {
    const id = document.addInternalTarget(name, at);
    const node = definition(name, `#${id}`, position, true);
    document.addLabel(name, id, node);
    return {nodes: [node], next};
  }
  document.redirectLabels(target);
  document.addTarget(name, target, at);
  const url = target.type === 'url' ? target.url : '';
  const node = definition(name, url, position, false);
  if (target.type === 'alias') document.aliases.push({node, name: target.name});
  return {nodes: [node], next};
}

/** Where the name of a target ends: behind the first colon that is not escaped and not inside the name. */
function nameEnd(raw: string): number {
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === '\\') at++;
    else if (raw[at] === ':' && (at + 1 === raw.length || raw[at + 1] === ' ' || raw[at + 1] === '\n')) return at + 1;
  }
  return -1;
}

function definition(label: string, url: string, position: Definition['position'], internal: boolean): Definition {
  const node: Definition = {type: 'definition', identifier: normalName(label), label, url};
  if (internal) node.data = {internal};
  return position ? {...node, position} : node;
}

function footnoteAt(scope: Scope, line: number, width: number): Element | undefined {
  const {document} = scope;
  const text = textAt(scope, line);
  const match = /^\[(\d+|#[\p{L}\p{N}\-._+:]*|\*|[\p{L}\p{N}][\p{L}\p{N}\-._+:]*)\](?: +|$)/u.exec(
    text.slice(width, width + 200),
  );
  const label = match?.[1];
  if (!match || label === undefined) return undefined;
  const next = Math.max(line + 1, indentedEnd(scope, line + 1, scope.column + 1));
  const least = leastIndent(scope, line + 1, next, scope.column + width);
  const node = document.footnotes.define(label, positionOf(scope, line, next, scope.column));
  document.ids.take(makeId(label));
  node.children = parseFlow(behindMark(scope, line, next, width + match[0].length, least));
  return {nodes: [node], next};
}

/** `.. |name| replace:: text`, and images by name. */
function substitutionAt(scope: Scope, line: number, rest: string, width: number): Element | undefined {
  const match = /^\|((?:[^|\\\s]|\\.)(?:[^|\\]|\\.)*)\| +([a-z]+)::(?: +|$)/.exec(rest.slice(0, 500));
  const [whole, name, kind] = match ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const {source, document} = scope;
  const next = Math.max(line + 1, indentedEnd(scope, line + 1, scope.column + 1));
  const column = leastIndent(scope, line + 1, next, scope.column);
  const from = scope.column + width + whole.length;
  const span = Span.ofLines(source, line, next - 1, column, from);
  let nodes: PhrasingContent[] | undefined;
  if (kind === 'replace') nodes = parseInlines(span, document);
  else if (kind === 'image') {
    const url = span.text.split('\n')[0]?.trim() ?? '';
    const alt = /^:alt: *(.*)$/m.exec(span.text)?.[1] ?? unescape(name);
    nodes = [{type: 'image', url, alt, position: span.position(0, span.text.length)}];
  } else if (kind === 'unicode') {
    const value = span.text
      .replace(/(?:0x|x|\\x|U\+?|u|\\u)([0-9a-fA-F]{2,6})\b/g, (_, hex: string) => character(hex))
      .replace(/\s+/g, ' ');
    nodes = [{type: 'text', value, position: span.position(0, span.text.length)}];
  }
  if (nodes) document.substitutions.set(normalName(unescape(name)), nodes);
  else
    document.problem(
      source.point(line, scope.column),
      `a substitution by \`${kind ?? ''}\``,
      'one by replace, image or unicode',
    );
  const value = `<!-- ${rest.replaceAll('-->', '-- >')} -->`;
  const comment: RootContent = {
    type: 'html',
    value,
    data: {kind: 'comment'},
    position: positionOf(scope, line, next, scope.column),
  };
  return {nodes: [comment], next};
}

function character(hex: string): string {
  const code = parseInt(hex, 16);
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}
