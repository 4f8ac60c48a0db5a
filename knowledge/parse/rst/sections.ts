/**
 * Titles and transitions: lines of one repeated punctuation mark.
 *
 * The level of a title is the order in which its style (mark, with or without overline) first appeared.
 * Source: reStructuredText Markup Specification, "Sections" and "Transitions".
 */
import type {Heading} from 'mdast';
import type {Element} from './block.js';
import {parseInlines} from './inline.js';
import {isBlank, positionOf, textAt, type Scope} from './scope.js';
import {Span} from './span.js';
import {plainText} from './text.js';
import {widthOf} from './width.js';

const punctuation = /^[!-/:-@[-`{-~]$/;

export function isAdornment(char: string): boolean {
  return punctuation.test(char);
}

/** Whether a line is one punctuation mark repeated. */
export function isAdornmentLine(text: string): boolean {
  const mark = text.charAt(0);
  if (!isAdornment(mark)) return false;
  for (let at = 1; at < text.length; at++) if (text[at] !== mark) return false;
  return true;
}

/** Shorter adornments than this are rather text. Source: docutils states.Line. */
const leastLength = 4;

/** The title or transition at a line, where there is one. */
export function titleAt(scope: Scope, line: number, text: string): Element | undefined {
  if (isAdornmentLine(text)) return overlinedAt(scope, line, text);
  const under = line + 1 < scope.to ? textAt(scope, line + 1) : '';
  if (!isAdornmentLine(under) || isBlank(scope, line + 1)) return undefined;
  const width = widthOf(text);
  if (under.length < width && under.length < leastLength) return undefined;
  if (under.length < width) {
    const at = scope.source.point(line + 1, scope.column);
    scope.document.problem(at, 'an underline shorter than its title', 'one at least as long');
  }
  return heading(scope, line, line, line + 2, under.charAt(0));
}

/** A line of marks: over a title, or alone a transition. */
function overlinedAt(scope: Scope, line: number, over: string): Element | undefined {
  if (isBlank(scope, line + 1) || line + 1 >= scope.to) {
    if (over.length < leastLength) return undefined;
    if (!scope.titles)
      misplaced(scope, line, 'a transition inside another block', 'transitions at the left margin only');
    return transition(scope, line);
  }
  const under = line + 2 < scope.to ? textAt(scope, line + 2) : '';
  if (under !== over) {
    if (over.length < leastLength) return undefined;
    misplaced(scope, line, 'a line of marks over a text', 'the same line under it, or a blank line');
    return transition(scope, line);
  }
  if (over.length < widthOf(textAt(scope, line + 1).trim())) {
    if (over.length < leastLength) return undefined;
    misplaced(scope, line, 'an overline shorter than its title', 'one at least as long');
  }
  return heading(scope, line, line + 1, line + 3, over.charAt(0) + over.charAt(0));
}

function transition(scope: Scope, line: number): Element {
  return {
    nodes: [{type: 'thematicBreak', position: positionOf(scope, line, line + 1, scope.column)}],
    next: line + 1,
  };
}

function misplaced(scope: Scope, line: number, met: string, hoped: string): void {
  scope.document.problem(scope.source.point(line, scope.column), met, hoped);
}

function heading(scope: Scope, from: number, line: number, next: number, style: string): Element {
  const {document, source} = scope;
  const indent = source.lines[line]?.indent ?? scope.column;
  const children = parseInlines(Span.ofLines(source, line, line, Math.max(indent, scope.column)), document);
  const position = positionOf(scope, from, next, scope.column);
  if (!scope.titles) {
    // Its words stay; only the document itself can have sections.
    misplaced(scope, from, 'a title inside another block', 'titles at the left margin only');
    return {nodes: children.length > 0 ? [{type: 'paragraph', children, position}] : [], next};
  }
  let level = document.styles.indexOf(style);
  if (level < 0) level = document.styles.push(style) - 1;
  // docutils gives up such a title; a reader knows it for one.
  if (level > document.level + 1) misplaced(scope, from, 'a title that skips a level', 'the style of the next level');
  document.level = level;
  const title = plainText(children);
  const id = document.addTitle(title);
  const anchors = [id, ...document.takeLabels(title)];
  // mdast knows six levels; a seventh reads as the sixth.
  const depth = Math.min(level + 1, 6) as Heading['depth'];
  return {nodes: [{type: 'heading', depth, children, data: {anchors}, position}], next};
}
