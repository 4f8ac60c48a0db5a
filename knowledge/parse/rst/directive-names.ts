/**
 * The directives that are known, by what is made of them, and the options they have.
 *
 * Source: reStructuredText Directives (docutils), and Sphinx's as kernel documents use them.
 */
/** Boxes, with the title that each shows. */
export const admonitions = new Map(
  ['attention', 'caution', 'danger', 'error', 'hint', 'important', 'note', 'tip', 'warning', 'seealso', 'todo'].map(
    (name) => [name, name === 'seealso' ? 'See also' : name.charAt(0).toUpperCase() + name.slice(1)],
  ),
);
/** Directives whose content is shown as it is written. */
export const codes = new Set([
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
/** What a reader of the text does not see. */
export const dropped = new Set(
  (
    'contents sectnum section-numbering header footer meta title default-role role class highlight highlightlang toctree index tabularcolumns ' +
    'currentmodule module py:module c:namespace c:namespace-push c:namespace-pop target-notes restructuredtext-test-directive cssclass'
  ).split(' '),
);
/** Directives that only hold other blocks. */
export const wrappers = new Set([
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
/** Descriptions of functions, types and options: the argument is a signature. */
export const objects =
  /^(?:c|cpp|py|js|rst):|^(?:function|describe|object|option|glossary|cfunction|method|data|macro|type|struct|envvar|program|confval)$/;
/** Directives whose argument may stand on the next line. */
export const withArgument = new Set(
  'image figure kernel-image kernel-figure include literalinclude rubric centered admonition topic sidebar'.split(' '),
);
/** Notes of a version, with the words each begins with. */
export const changes = new Map([
  ['versionadded', 'New in version'],
  ['versionchanged', 'Changed in version'],
  ['deprecated', 'Deprecated since version'],
]);

/** Directives whose text stands in another file, which is not read. */
export const elsewhere = new Set(
  'include literalinclude kernel-doc kernel-include kernel-abi kernel-feat maintainers-include automodule'.split(' '),
);

/** Options that directives have; another one is a problem. */
export const knownOptions = new Set(
  (
    'local depth class name alt height width scale align target figwidth figclass linenos lineno-start lines caption emphasize-lines force dedent number-lines ' +
    'encoding start-line end-line start-after end-before literal tab-width code header-rows stub-columns widths header file url delim keepspace escape quote ' +
    'maxdepth hidden glob titlesonly numbered includehidden caption backlinks subtitle prefix suffix start nowrap label loading sorted noindex no-index ' +
    'columns doc export internal functions identifiers no-identifiers nosymbol symbols module synopsis platform deprecated language parser'
  ).split(' '),
);
