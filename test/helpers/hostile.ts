/**
 * Texts that try to be more than text on a platform with markup.
 */
import fc from 'fast-check';

const id = '123456789012345678';

/** Signs that mean something to Discord, and what such texts are made of. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '__',
          '~~',
          '`',
          '``',
          '```',
          '||',
          '\\',
          '[',
          ']',
          '(',
          ')',
          '](',
          '<',
          '>',
          '#',
          '-# ',
          '> ',
        ],
        ...[
          '- ',
          '* ',
          '1. ',
          '+ ',
          ':',
          ':smile:',
          '@everyone',
          '@here',
          'http://x.org/',
          'https:',
          '//',
          ' ',
          '  ',
          '!',
        ],
        ...[
          `<@${id}>`,
          `<@&${id}>`,
          `<#${id}>`,
          `<:e:${id}>`,
          `</c:${id}>`,
          '<t:1:R>',
          '<id:browse>',
          '<mailto:a@b.c>',
        ],
        ...[
          'a',
          'b',
          '1',
          '.',
          '\u00af\\_(\u30c4)_/\u00af',
          '\u200b',
          '\t',
          '\u202e',
          'word ',
          '|',
          '~',
          '?',
          "'",
          '"',
        ],
      ),
      fc.string({maxLength: 4}),
      fc.string({unit: 'binary', maxLength: 3}),
    ),
    {maxLength: 14},
  )
  .map((parts) => parts.join(''));
