/**
 * A damaged copy as the library hands it out: entries stand, links to unknown hosts do not.
 */
import {describe, expect, it} from 'vitest';
import {loadKnowledge} from '../../../knowledge/index.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

async function load(version: string): Promise<unknown> {
  const {knowledge} = await loadKnowledge([{type: 'path', path: shared(`howto/bpf_devel_QA.${version}.rst`)}]);
  const [document] = knowledge.documents;
  const targets = knowledge.entries.flatMap((entry) => entry.links.map((link) => link.url));
  return {
    entries: knowledge.entries.length,
    reasons: document?.damage?.reasons.length ?? 0,
    pages: knowledge.entries.filter((entry) => entry.origin.url !== undefined).length,
    strange: targets.filter((target) => /owg|kewnew/.test(target)).length,
    liveInAnswers: JSON.stringify(knowledge.entries.map((entry) => entry.answer)).match(/"url":"[^"]*owg/g) ?? [],
  };
}

describe.skipIf(!hasShared)(`a loaded copy${sharedNote}`, () => {
  it.each([
    ['seed', {entries: 28, reasons: 2, pages: 0, strange: 0, liveInAnswers: []}],
    ['nearest', {entries: 28, reasons: 0, pages: 28, strange: 0, liveInAnswers: []}],
  ])('%s', async (version, expected) => {
    expect(await load(version)).toEqual(expected);
  });
});
