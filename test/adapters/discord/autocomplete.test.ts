import {expect, it} from 'vitest';
import {request} from '../../helpers/bot.js';
import {bundledBot} from '../../helpers/discord-bot.js';
import {loadKnowledge} from '../../../knowledge/index.js';

it('finds every bundled question by what fits into a proposal', async () => {
  const {knowledge} = await loadKnowledge([{type: 'bundled'}]);
  const bot = await bundledBot();
  const missed: string[] = [];
  for (const {question} of knowledge.entries) {
    const {outcome, blocks} = await bot.hear(`ask ${question.slice(0, 100)}`, request);
    const [heading] = blocks;
    const isFound = outcome === 'answer' && heading?.type === 'heading' && heading.text === question;
    if (!isFound) missed.push(question);
  }
  expect(knowledge.entries.length).toBeGreaterThan(20);
  expect(missed).toEqual([]);
});
