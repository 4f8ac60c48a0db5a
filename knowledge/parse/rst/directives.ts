/**
 * Directives: `.. name:: arguments`, options, content.
 *
 * A directive that is not known keeps its content as readable text and is a problem, never an end.
 * Source: reStructuredText Directives (docutils), and Sphinx's as kernel documents use them.
 */
import type {BlockContent, Code, Paragraph, PhrasingContent, RootContent} from 'mdast';
import {parseBlocks, parseFlow, type Element, type Flow} from './block.js';
import {parseInlines} from './inline.js';
import {
  behindMark,
  dedent,
  indentedEnd,
  inner,
  isBlank,
  leastIndent,
  positionOf,
  skipBlank,
  textAt,
  type Scope,
} from './scope.js';
import {Span} from './span.js';
import {csvTable, listTable} from './table-directives.js';

/** A directive taken apart. */
export interface Directive {
  readonly name: string;
  readonly argument: string;
  /** The argument's text with its place. */
  readonly argumentSpan: Span;
  /** Columns from the directive's mark to its argument. */
  readonly argumentWidth: number;
  readonly options: ReadonlyMap<string, string>;
  readonly content: Scope;
  /** First line and the line after the last one. */
  readonly line: number;
  readonly next: number;
  readonly position: NonNullable<RootContent['position']>;
}

const admonitions = new Map(
  ['attention', 'caution', 'danger', 'error', 'hint', 'important', 'note', 'tip', 'warning', 'seealso', 'todo'].map(
    (name) => [name, name === 'seealso' ? 'See also' : name.charAt(0).toUpperCase() + name.slice(1)],
  ),
);
const codes = new Set([
  'code-block',
  'code',
  'sourcecode',
  'parsed-literal',
  'math',
  'productionlist',
  'prompt',
  'doctest',
  'testcode',
]);
const dropped = new Set(
  (
    'contents sectnum section-numbering header footer meta title default-role role class highlight highlightlang toctree index tabularcolumns ' +
    'currentmodule module py:module c:namespace c:namespace-push c:namespace-pop target-notes restructuredtext-test-directive cssclass'
  ).split(' '),
);
const wrappers = new Set([
  'only',
  'container',
  'compound',
  'hlist',
  'rst-class',
  'ifconfig',
  'epigraph',
  'highlights',
  'pull-quote',
]);
const objects =
  /^(?:c|cpp|py|js|rst):|^(?:function|describe|object|option|glossary|cfunction|method|data|macro|type|struct|envvar|program|confval)$/;
/** Directives whose argument may stand on the next line. */
const withArgument = new Set(
  'image figure kernel-image kernel-figure include literalinclude rubric centered admonition topic sidebar'.split(' '),
);
const changes = new Map([
  ['versionadded', 'New in version'],
  ['versionchanged', 'Changed in version'],
  ['deprecated', 'Deprecated since version'],
]);

/** Directives whose text stands in another file, which is not read. */
const elsewhere = new Set(
  'include literalinclude kernel-doc kernel-include kernel-abi kernel-feat maintainers-include automodule'.split(' '),
);

/** Options that directives have; another one is a problem. */
const knownOptions = new Set(
  (
    'local depth class name alt height width scale align target figwidth figclass linenos lineno-start lines caption emphasize-lines force dedent number-lines ' +
    'encoding start-line end-line start-after end-before literal tab-width code header-rows stub-columns widths header file url delim keepspace escape quote ' +
    'maxdepth hidden glob titlesonly numbered includehidden caption backlinks subtitle prefix suffix start nowrap label loading sorted noindex no-index ' +
    'columns doc export internal functions identifiers no-identifiers nosymbol symbols module synopsis platform deprecated language parser'
  ).split(' '),
);

/** The directive at a line; `width` is what stands before its argument. */
export function parseDirective(scope: Scope, line: number, name: string, width: number): Element {
  const directive = takeApart(scope, line, name.toLowerCase(), width);
  return {nodes: nodesOf(scope, directive), next: directive.next};
}

function takeApart(scope: Scope, line: number, name: string, width: number): Directive {
  const {source, document} = scope;
  const next = Math.max(line + 1, indentedEnd(scope, line + 1, scope.column + 1));
  const column = leastIndent(scope, line + 1, next, scope.column + 1);
  let at = line + 1;
  const isOption = (row: number): boolean =>
    /^:[a-zA-Z][-\w ]*:(?: |$)/.test(source.lines[row]?.text.slice(column) ?? '');
  const first = source.lines[line]?.text.slice(scope.column + width) ?? '';
  const lead = first.length - first.trimStart().length;
  // Arguments go on until a blank line or the options.
  while (at < next && !isBlank(scope, at) && !isOption(at)) at++;
  const isContentAtOnce =
    admonitions.has(name) || (first.trim() === '' && at > line + 1 && !objects.test(name) && !withArgument.has(name));
  const argumentEnd = isContentAtOnce ? line + 1 : at;
  const argumentSpan = Span.ofLines(source, line, argumentEnd - 1, column, scope.column + width + lead);
  const options = new Map<string, string>();
  if (!isContentAtOnce || isOption(line + 1)) {
    if (isContentAtOnce) at = line + 1;
    while (at < next && !isBlank(scope, at)) {
      const [, key = '', value = ''] =
        /^:([a-zA-Z][-\w ]*):(?: +(.*))?$/.exec(source.lines[at]?.text.slice(column) ?? '') ?? [];
      if (key) {
        options.set(key.toLowerCase(), value);
        if (!knownOptions.has(key.toLowerCase())) {
          document.problem(
            source.point(at, column),
            `the option \`${key}\` of \`${name}\``,
            'an option that the directive has',
          );
        }
      }
      at++;
    }
  } else {
    at = line + 1;
  }
  const content = inner(scope, Math.min(at, next), next, column);
  const position = positionOf(scope, line, next, scope.column);
  const argument = argumentSpan.text.trim();
  return {name, argument, argumentSpan, argumentWidth: width + lead, options, content, line, next, position};
}

function nodesOf(scope: Scope, directive: Directive): RootContent[] {
  const {name, position, argument, content, options} = directive;
  const title =
    admonitions.get(name) ?? (name === 'admonition' || name === 'topic' || name === 'sidebar' ? undefined : null);
  if (title !== null) return [admonition(scope, directive, title)];
  if (codes.has(name)) return codeOf(directive);
  if (name === 'contents') scope.document.ids.take(argument === '' ? 'contents' : argument);
  if (dropped.has(name)) return [];
  if (name === 'centered') return [paragraphOf(scope, directive)];
  // Sphinx lets `only` hold whole sections.
  if (wrappers.has(name)) return parseBlocks({...content, titles: scope.titles});
  if (changes.has(name)) return changeNote(scope, directive);
  switch (name) {
    case 'image':
    case 'kernel-image':
      return [{type: 'paragraph', children: [imageOf(directive)], position}];
    case 'figure':
    case 'kernel-figure':
      return [{type: 'paragraph', children: [imageOf(directive)], position}, ...captioned(parseFlow(content))];
    case 'rubric':
      return [{...paragraphOf(scope, directive), data: {kind: 'rubric'}}];
    case 'raw':
    case 'kernel-render':
      return codeOf(directive).map((code) => ({...code, data: {kind: 'raw'}}));
    case 'table':
      return [...captionOf(scope, directive), ...parseFlow(content)];
    case 'list-table':
    case 'flat-table':
      return [
        ...captionOf(scope, directive),
        ...listTable(parseFlow(content), Number(options.get('header-rows') ?? 0), contentPosition(directive)),
      ];
    case 'csv-table':
      return [...captionOf(scope, directive), ...csvTable(scope, directive)];
  }
  if (objects.test(name)) return objectOf(directive);
  if (elsewhere.has(name)) {
    scope.document.problem(
      position.start,
      `the directive \`${name}\``,
      'text in this document rather than in another file',
    );
    return parseFlow(content);
  }
  scope.document.problem(position.start, `the directive \`${name}\``, 'a directive that is known here');
  return unknownOf(scope, directive);
}

/** A box with a title: a quote whose first words say what it is. */
function admonition(scope: Scope, directive: Directive, title: string | undefined): RootContent {
  const {name, position, content, argumentSpan, argument} = directive;
  const children: BlockContent[] = [];
  const words: PhrasingContent[] =
    title === undefined
      ? parseInlines(argumentSpan, scope.document)
      : [{type: 'text', value: title, position: {start: position.start, end: position.start}}];
  const start = {start: position.start, end: argumentSpan.position(0, argumentSpan.text.length).end};
  if (words.length > 0)
    children.push({type: 'paragraph', children: [{type: 'strong', children: words, position: start}], position: start});
  // The text may begin behind the directive's name and go on below it.
  const isBehindName = title !== undefined && argument !== '';
  const body = isBehindName
    ? behindMark(scope, directive.line, directive.next, directive.argumentWidth, content.column)
    : content;
  children.push(...(parseFlow(body) as BlockContent[]));
  return {type: 'blockquote', children, data: {kind: 'admonition', name}, position};
}

function codeOf(directive: Directive): Code[] {
  const {argument, content, name, position} = directive;
  const isCode = name === 'code-block' || name === 'code' || name === 'sourcecode';
  const isText = name === 'math' || name === 'parsed-literal' || name === 'productionlist';
  const body = dedent(
    content,
    content.from,
    content.to,
    leastIndent(content, content.from, content.to, content.column),
  );
  const value = isText && argument ? [argument, body].filter(Boolean).join('\n\n') : body;
  if (value === '') return [];
  return [{type: 'code', lang: isCode && argument ? argument : null, value, data: {kind: 'directive'}, position}];
}

function imageOf(directive: Directive): PhrasingContent {
  const {argument, options, position} = directive;
  return {type: 'image', url: argument.replace(/\s+/g, ''), alt: options.get('alt') ?? '', position};
}

/** The first paragraph below a figure is its caption. */
function captioned(nodes: Flow[]): Flow[] {
  const [first] = nodes;
  if (first?.type === 'paragraph') first.data = {kind: 'caption'};
  return nodes;
}

function paragraphOf(scope: Scope, directive: Directive): Paragraph {
  return {
    type: 'paragraph',
    children: parseInlines(directive.argumentSpan, scope.document),
    position: directive.position,
  };
}

function captionOf(scope: Scope, directive: Directive): Paragraph[] {
  if (directive.argument === '') return [];
  const position = directive.argumentSpan.position(0, directive.argumentSpan.text.length);
  return [{...paragraphOf(scope, directive), data: {kind: 'caption'}, position}];
}

/** `versionadded` and its like: a sentence, and what is said about it. */
function changeNote(scope: Scope, directive: Directive): RootContent[] {
  const position = directive.argumentSpan.position(0, directive.argumentSpan.text.length);
  const lead = {
    type: 'text' as const,
    value: `${changes.get(directive.name) ?? ''} `,
    position: {start: position.start, end: position.start},
  };
  return [
    {type: 'paragraph', children: [lead, ...parseInlines(directive.argumentSpan, scope.document)], position},
    ...parseFlow(directive.content),
  ];
}

/** A described function or option: its signature as code, then the description. */
function objectOf(directive: Directive): RootContent[] {
  const {argument, argumentSpan, content} = directive;
  const body = parseFlow(content);
  if (argument === '') return body;
  const position = argumentSpan.position(0, argumentSpan.text.length);
  return [
    {
      type: 'paragraph',
      children: [{type: 'inlineCode', value: argument.replace(/\s+/g, ' '), position}],
      data: {kind: 'term'},
      position,
    },
    ...body,
  ];
}

function unknownOf(scope: Scope, directive: Directive): RootContent[] {
  const {argumentSpan, argument, content} = directive;
  const nodes: RootContent[] = [];
  if (argument !== '') {
    const position = argumentSpan.position(0, argumentSpan.text.length);
    nodes.push({type: 'paragraph', children: parseInlines(argumentSpan, scope.document), position});
  }
  if (skipBlank(content, content.from) < content.to) nodes.push(...parseFlow(content));
  return nodes;
}

/** Where the content of a directive stands. */
export function contentPosition({content, position}: Directive): NonNullable<RootContent['position']> {
  const from = skipBlank(content, content.from);
  return from < content.to ? positionOf(content, from, content.to, content.column) : position;
}

/** Text of a directive's content, for directives that have a language of their own. */
export function contentText(directive: Directive): string {
  const lines: string[] = [];
  for (let at = directive.content.from; at < directive.content.to; at++) lines.push(textAt(directive.content, at));
  return lines.join('\n');
}
