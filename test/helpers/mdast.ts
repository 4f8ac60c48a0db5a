/**
 * Random trees of mdast, for properties of what lays them out.
 */
import fc from 'fast-check';
import type {BlockContent, PhrasingContent, RootContent} from 'mdast';
import {visible} from '../../bot/visible.js';

/** @param anyTexts What is written in them, where there is something to see. Addresses are of `x.org`, and some are not to be opened. */
export function trees(anyTexts: fc.Arbitrary<string>): fc.Arbitrary<RootContent[]> {
  const texts = anyTexts.filter((text) => visible(text).trim() !== '');
  const url = fc.constantFrom(
    ...['https://x.org/', 'http://x.org/a_b*c', 'https://x.org/(a)[b]', 'mailto:a@x.org', 'javascript:x', '#here'],
  );
  const {block} = fc.letrec<{phrase: PhrasingContent; block: RootContent}>((tie) => {
    const phrases = fc.array(tie('phrase'), {minLength: 1, maxLength: 4});
    const flow = fc.array(tie('block'), {maxLength: 3}) as fc.Arbitrary<BlockContent[]>;
    const item = fc
      .record({children: flow, checked: fc.constantFrom(undefined, true, false)})
      .map(({children, checked}) => ({type: 'listItem' as const, children, checked: checked ?? null}));
    const row = fc.array(phrases, {minLength: 1, maxLength: 3}).map((cells) => ({
      type: 'tableRow' as const,
      children: cells.map((children) => ({type: 'tableCell' as const, children})),
    }));
    const leaf: fc.Arbitrary<PhrasingContent> = fc.oneof(
      texts.map((value) => ({type: 'text' as const, value})),
      texts.map((value) => ({type: 'inlineCode' as const, value})),
    );
    const lines = fc.array(phrases, {minLength: 1, maxLength: 3});
    const paragraph = lines.map((rows) => ({
      type: 'paragraph' as const,
      children: rows
        .filter((row) => row.length > 0)
        .flatMap((row, at): PhrasingContent[] => (at > 0 ? [{type: 'break'}, ...row] : row)),
    }));
    return {
      phrase: fc.oneof(
        {maxDepth: 4, withCrossShrink: true},
        leaf,
        phrases.map((children) => ({type: 'strong' as const, children})),
        phrases.map((children) => ({type: 'emphasis' as const, children})),
        fc.record({url, children: phrases}).map((link) => ({type: 'link' as const, ...link})),
        fc.record({url, alt: texts}).map((image) => ({type: 'image' as const, ...image})),
        texts.map((label) => ({type: 'footnoteReference' as const, identifier: label, label})),
      ),
      block: fc.oneof(
        {maxDepth: 5, withCrossShrink: true},
        paragraph,
        paragraph,
        texts.map((value) => ({type: 'code' as const, value})),
        texts.map((value) => ({type: 'html' as const, value})),
        phrases.map((children) => ({type: 'heading' as const, depth: 2 as const, children})),
        flow.map((children) => ({type: 'blockquote' as const, children})),
        flow.map((children) => ({type: 'blockquote' as const, children, data: {name: 'note'}})),
        fc
          .record({
            ordered: fc.boolean(),
            start: fc.integer({min: 0, max: 12}),
            children: fc.array(item, {maxLength: 3}),
            data: fc.constantFrom({}, {kind: 'definition' as const}, {numbering: 'lower-alpha' as const}),
          })
          .map((list) => ({type: 'list' as const, ...list})),
        fc.array(row, {maxLength: 3}).map((children) => ({type: 'table' as const, children})),
        fc.constant({type: 'thematicBreak' as const}),
        flow.map((children) => ({type: 'footnoteDefinition' as const, identifier: '1', label: '1', children})),
      ),
    };
  });
  return fc.array(block, {maxLength: 4});
}
