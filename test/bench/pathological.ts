/**
 * Texts that make naive parsers slow: their cost must grow with their length alone.
 *
 * Each is made for a size in characters; the text is about that long.
 */
export interface Pathological {
  readonly name: string;
  readonly text: (chars: number) => string;
}

export function pathological(): Pathological[] {
  return [
    ...pieces.map((piece) => ({name: `one line of ${JSON.stringify(piece)}`, text: repeated(piece)})),
    ...blocks.map(([name, block]) => ({name, text: repeated(block)})),
    {name: 'bullets nested on one line', text: repeated('- ')},
    {name: 'bullets nested line by line', text: (chars) => nested('- ', 2, chars)},
    {name: 'quotes nested line by line', text: (chars) => nested('', 1, chars)},
    {name: 'terms nested line by line', text: (chars) => nested('', 1, chars, '\n')},
    {name: 'a grid table of many rows', text: (chars) => gridTop + repeated('| a |  b  |\n+---+-----+\n')(chars)},
    {name: 'a grid table of corners', text: corners},
    {name: 'a grid table in every cell', text: boxes},
    {name: 'a simple table of many rows', text: (chars) => `=== ===\n${repeated('a   b\n')(chars)}=== ===\n`},
    {name: 'a simple table of many columns', text: manyColumns},
    {name: 'a long title', text: (chars) => `${'a'.repeat(chars / 2)}\n${'='.repeat(chars / 2)}\n`},
    {
      name: 'substitutions of a long text',
      text: (chars) => `.. |a| replace:: ${'b'.repeat(chars / 2)}\n\n${'|a| '.repeat(chars / 8)}`,
    },
    {name: 'a chain of targets', text: chain},
    {
      name: 'labels before one title',
      text: (chars) => `${numbered((index) => `.. _l${index}:\n`)(chars)}\nTitle\n=====\n`,
    },
    {name: 'titles of many names', text: numbered((index) => `T${index}\n=======\n`)},
    {
      name: 'references to many targets',
      text: numbered((index) => `.. _t${index}: https://a.example/${index}\n\nt${index}_\n\n`),
    },
  ];
}

/** Repeated in one line. */
const pieces = [
  ...[
    'a',
    'ab ',
    '*a ',
    '**a ',
    '`',
    '`a ',
    '``a ',
    '|a',
    '|a| ',
    '_',
    '_`a ',
    'a_',
    'a_ ',
    'a__ ',
    '`a`_ ',
    '`a <b>`_ ',
    '`a <b_>`_ ',
  ],
  ...[
    ':a:',
    ':a:`b` ',
    ':a',
    '[1',
    '[1]_ ',
    '[#]_ ',
    'http:',
    'http://a',
    'http://a.b ',
    '@',
    'a@',
    'a@b.c ',
    'a.',
    '\\',
    '\\ ',
    '\\*',
    '<',
    '"*"',
    '(*)',
  ],
  ...[
    '\0',
    '\t',
    ' ',
    '\f',
    '\u00a0',
    '\ud800',
    '\udc00\ud800',
    'é',
    '日',
    '\ud83d\ude00',
    '\u0301',
    '::',
    '-',
    '=',
    '- ',
    '1. ',
    '(',
    '.. ',
    '.. a:: ',
    '.. _a: ',
    ':a: ',
  ],
];

/** Repeated line by line. */
const blocks: [name: string, block: string][] = [
  ['lines of one paragraph', 'a\n'],
  ['paragraphs', 'a\n\n'],
  ['ends of lines of Windows', 'a\r\n'],
  ['blank lines', '\n'],
  ['lines of a carriage return', '\r'],
  ['tabs and letters', '\ta\n'],
  ['titles of one name', 'Title\n=====\n'],
  ['overlines', '====\na\n'],
  ['transitions', '----\n\n'],
  ['literal blocks without a block', 'a::\n\n'],
  ['literal blocks', 'a::\n\n  b\n\n'],
  ['bullets', '- a\n'],
  ['numbers', '1. a\n'],
  ['numbers that begin anew', '1. a\n\n3. a\n\n'],
  ['definitions', 'a\n  b\n'],
  ['fields', ':a: b\n'],
  ['options', '-a  b\n'],
  ['line blocks', '| a\n'],
  ['doctest blocks', '>>> a\n\n'],
  ['quotes with attributions', ' a\n\n -- b\n\n'],
  ['steps to the right and back', '   a\n  b\n c\n'],
  ['open literals line by line', '``a\n'],
  ['comments', '.. a\n'],
  ['unknown directives', '.. a:: b\n'],
  ['directives with options', '.. image:: a\n   :alt: b\n\n'],
  ['notes', '.. note:: a\n\n   b\n\n'],
  ['nameless targets', '__ a\n\na__\n\n'],
  ['targets of one name', '.. _a: b\n'],
  ['footnotes of one label', '.. [1] a\n\n[1]_\n\n'],
  ['numbered footnotes', '.. [#] a\n\n[#]_\n\n'],
  ['small grid tables', '+---+\n| a |\n+---+\n\n'],
  ['grid tables without an end', '+---+\n| a |\n'],
  ['tops of grid tables', '+---+\n\n'],
  ['small simple tables', '== ==\na  b\n== ==\n\n'],
  ['tops of simple tables', '== ==\n\n'],
  ['simple tables without an end', '== ==\na  b\n\n'],
];

const gridTop = '+---+-----+\n';

function repeated(piece: string): (chars: number) => string {
  return (chars) => piece.repeat(Math.ceil(chars / piece.length));
}

function numbered(line: (index: number) => string): (chars: number) => string {
  return (chars) => {
    const lines: string[] = [];
    for (let size = 0, index = 0; size < chars; index++) {
      const next = line(index);
      lines.push(next);
      size += next.length;
    }
    return lines.join('');
  };
}

/** Each line deeper than the last: as many lines as fit, since the indentation itself grows. */
function nested(mark: string, step: number, chars: number, between = '\n\n'): string {
  const lines = Math.floor(Math.sqrt((2 * chars) / step));
  return Array.from({length: lines}, (_, depth) => `${' '.repeat(depth * step)}${mark}a`).join(between);
}

function corners(chars: number): string {
  const side = Math.floor(Math.sqrt(chars) / 2);
  const edge = `${'+-'.repeat(side)}+\n`;
  return edge + `${'+'.repeat(2 * side + 1)}\n`.repeat(side) + edge;
}

/** Boxes within boxes. */
function boxes(chars: number): string {
  const side = Math.floor(Math.sqrt(chars) / 8) + 1;
  let lines = ['a'];
  for (let depth = 0; depth < side; depth++) {
    const edge = `+${'-'.repeat((lines[0]?.length ?? 0) + 2)}+`;
    lines = [edge, ...lines.map((line) => `| ${line} |`), edge];
  }
  return lines.join('\n');
}

function manyColumns(chars: number): string {
  const columns = Math.ceil(chars / 9);
  const border = '= '.repeat(columns).trim();
  return [border, 'a '.repeat(columns), border, 'b '.repeat(columns), border].join('\n');
}

function chain(chars: number): string {
  return `a0_\n\n${numbered((index) => `.. _a${index}: a${index + 1}_\n`)(chars)}`;
}
