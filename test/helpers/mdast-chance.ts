/**
 * Trees by chance, with texts that mean to do harm: for properties of every platform's layout.
 */
import type {ListItem, PhrasingContent, RootContent, TableCell} from 'mdast';
import fc from 'fast-check';

const hostile = [
  '<!channel>',
  '<!here|x>',
  '<@U123ABC>',
  '<#C1>',
  '@everyone',
  '@here',
  '&amp;',
  '<https://evil.example|kernel.org>',
  '[a](https://evil.example)',
  '*a*',
  '_b_',
  '`c`',
  '```',
  '||d||',
  ':smile:',
  '> e',
  '# f',
  '\u202eabc',
  '\u001b[31m',
  'a\u0301\u0302\u0303\u0304',
  'linux-*.y',
  'arch/*/net/',
  'bpf-next_base',
  '<ast@kernel.org>',
  '---',
  '\n',
  '  ',
] as const;

/** Words, hostile ones among them. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.constantFrom('one', 'two', 'six'), fc.string({maxLength: 6})), {
    maxLength: 5,
  })
  .map((words) => words.join(' '));

const url = fc.constantFrom(
  'https://lore.kernel.org/bpf/',
  'http://x.org/a|b?c=<d>&e',
  'mailto:bpf@vger.kernel.org',
  'javascript:alert(1)',
  'https://x.org/\u202e',
);

const phrasing: fc.Arbitrary<PhrasingContent> = fc.letrec<{phrasing: PhrasingContent}>((tie) => ({
  phrasing: fc.oneof(
    {maxDepth: 3, depthSize: 'small'},
    hostileText.map((value) => ({type: 'text', value}) as const),
    hostileText.map((value) => ({type: 'inlineCode', value}) as const),
    fc.constant({type: 'break'} as const),
    fc.tuple(url, hostileText).map(([address, alt]) => ({type: 'image', url: address, alt}) as const),
    hostileText.map((label) => ({type: 'footnoteReference', identifier: 'x', label}) as const),
    hostileText.map((value) => ({type: 'html', value}) as const),
    fc
      .tuple(fc.constantFrom('strong', 'emphasis', 'delete'), fc.array(tie('phrasing'), {maxLength: 3}))
      .map(([type, children]): PhrasingContent => ({type, children})),
    fc
      .tuple(url, fc.array(tie('phrasing'), {maxLength: 3}))
      .map(([address, children]): PhrasingContent => ({type: 'link', url: address, children})),
  ),
})).phrasing;

const row = fc.array(phrasing, {maxLength: 4});

/** A block, perhaps with others in it. */
export const flowTree: fc.Arbitrary<RootContent> = fc.letrec<{flow: RootContent}>((tie) => {
  const flows = fc.array(tie('flow'), {maxLength: 4});
  const item = fc
    .tuple(flows, fc.constantFrom(undefined, true, false))
    .map(
      ([children, checked]): ListItem =>
        ({type: 'listItem', children, ...(checked === undefined ? {} : {checked})}) as ListItem,
    );
  return {
    flow: fc.oneof(
      {maxDepth: 4, depthSize: 'medium'},
      fc
        .tuple(row, fc.constantFrom(undefined, 'line-block', 'attribution', 'rubric', 'term'))
        .map(([children, kind]): RootContent => ({
          type: 'paragraph',
          children,
          ...(kind === undefined ? {} : {data: {kind}}),
        })),
      row.map((children): RootContent => ({type: 'heading', depth: 2, children})),
      hostileText.map((value): RootContent => ({type: 'code', value})),
      hostileText.map((value): RootContent => ({type: 'html', value})),
      fc.constant<RootContent>({type: 'thematicBreak'}),
      fc
        .array(
          fc.array(
            row.map((children): TableCell => ({type: 'tableCell', children})),
            {maxLength: 3},
          ),
          {maxLength: 3},
        )
        .map((rows): RootContent => ({
          type: 'table',
          children: rows.map((children) => ({type: 'tableRow', children})),
        })),
      fc
        .tuple(
          fc.array(item, {maxLength: 4}),
          fc.boolean(),
          fc.constantFrom(1, 3, 0),
          fc.constantFrom(undefined, 'lower-alpha', 'upper-alpha', 'lower-roman', 'upper-roman'),
          fc.constantFrom(undefined, undefined, 'definition', 'field'),
        )
        .map(([children, ordered, start, numbering, kind]): RootContent => ({
          type: 'list',
          ordered,
          start,
          children,
          data: {...(numbering && {numbering}), ...(kind && {kind})},
        })),
      fc
        .tuple(flows, fc.constantFrom(undefined, 'note', '<!channel>'))
        .map(
          ([children, name]) =>
            ({type: 'blockquote', children, ...(name === undefined ? {} : {data: {name}})}) as RootContent,
        ),
      fc
        .tuple(flows, hostileText)
        .map(([children, label]) => ({type: 'footnoteDefinition', identifier: 'x', label, children}) as RootContent),
    ),
  };
}).flow;
