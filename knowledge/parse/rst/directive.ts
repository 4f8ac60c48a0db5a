/**
 * A directive taken apart: name, argument, options, content.
 *
 * Source: reStructuredText Markup Specification, "Directives".
 */
import type {RootContent} from 'mdast';
import {admonitions, knownOptions, objects, withArgument} from './directive-names.js';
import {indentedEnd, inner, isBlank, leastIndent, positionOf, skipBlank, textAt, type Scope} from './scope.js';
import {Span} from './span.js';

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

/** Take apart the directive at a line; `width` is what stands before its argument. */
export function takeApart(scope: Scope, line: number, name: string, width: number): Directive {
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
