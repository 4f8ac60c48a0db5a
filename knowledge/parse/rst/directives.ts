/**
 * Directives: `.. name:: arguments`, options, content.
 *
 * A directive that is not known keeps its content as readable text and is a problem, never an end.
 * Source: reStructuredText Directives (docutils), and Sphinx's as kernel documents use them.
 */
import type {BlockContent, Code, Paragraph, PhrasingContent, RootContent} from 'mdast';
import {parseBlocks, parseFlow, type Element, type Flow} from './block.js';
import {parseInlines} from './inline.js';
import {behindMark, dedent, leastIndent, skipBlank, type Scope} from './scope.js';
import {admonitions, changes, codes, dropped, elsewhere, objects, wrappers} from './directive-names.js';
import {contentPosition, takeApart, type Directive} from './directive.js';
import {csvTable, listTable} from './table-directives.js';

/** The directive at a line; `width` is what stands before its argument. */
export function parseDirective(scope: Scope, line: number, name: string, width: number): Element {
  const directive = takeApart(scope, line, name.toLowerCase(), width);
  return {nodes: nodesOf(scope, directive), next: directive.next};
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
