import {describe, expect, it} from 'vitest';
import {checkSubmission, type Judged} from '../../../bot/patch/check.js';
import {readSubmission} from '../../../bot/patch/mail/read-mail.js';
import {exampleCover, exampleMail} from '../../../bot/patch/rules/example.js';
import {rules} from '../../../bot/patch/rules/index.js';
import type {Rule} from '../../../bot/patch/rules/rule.js';
import {entries} from '../../../bot/patch/rules/source.js';
import {loadKnowledge} from '../../../knowledge/index.js';

async function judged(text: string): Promise<Judged> {
  const [first] = checkSubmission(await readSubmission([{name: 'a.mbox', bytes: Buffer.from(text)}])).judged;
  if (!first) throw new Error('No series was read.');
  return first;
}

function answer({findings, kept, notSeen}: Judged, rule: Rule): string {
  if (findings.some((finding) => finding.rule === rule)) return 'broken';
  if (kept.includes(rule)) return 'kept';
  return notSeen.some((each) => each.rule === rule) ? 'unseen' : 'not asked';
}

describe('rules', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('are shown by their examples: %s', async (_id, rule) => {
    const {broken, kept, unseen} = rule.example;
    expect(answer(await judged(broken), rule)).toBe('broken');
    expect(answer(await judged(kept), rule)).toBe('kept');
    if (unseen !== undefined) expect(answer(await judged(unseen), rule)).toBe('unseen');
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('speak in whole sentences: %s', async (_id, rule) => {
    const {findings} = await judged(rule.example.broken);
    for (const {message, fix, rule: by} of findings.filter((finding) => finding.rule === rule)) {
      expect(message).toMatch(/^[A-Z0-9"'`[-].*[.?]$/u);
      expect(message).not.toMatch(/!|\n/u);
      expect(fix?.text ?? '').not.toMatch(/\n/u);
      expect(by.asks).toMatch(/^[A-Z].*\.$/u);
    }
  });

  it('have ids of their own', () => expect(new Set(rules.map(({id}) => id)).size).toBe(rules.length));

  it('stand on entries that the HOWTO has', async () => {
    const {knowledge} = await loadKnowledge([{type: 'bundled'}]);
    const ids = knowledge.entries.map(({id}) => id as string);
    expect(Object.values(entries).filter((entry) => !ids.includes(entry))).toEqual([]);
  });

  it('are all kept by a patch and by a series as they should be', async () => {
    const patch = (index: number) =>
      exampleMail({subject: `[PATCH bpf-next ${index}/2] bpf: Count what is dropped, part ${index}`});
    for (const text of [exampleMail(), exampleCover() + patch(1) + patch(2)]) {
      expect((await judged(text)).findings.map(({rule, message}) => `${rule.id}: ${message}`)).toEqual([]);
    }
  });
});
