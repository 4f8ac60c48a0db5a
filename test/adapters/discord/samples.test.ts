import {describe, expect, it} from 'vitest';
import {replyToDiscord} from '../../../adapters/discord/reply.js';
import {messageErrors} from '../../helpers/discord-contract.js';
import {discordSamples} from '../../helpers/discord-samples.js';

describe('payloads as they are sent', async () => {
  it.each([...(await discordSamples())])('of %s', async (name, reply) => {
    const messages = replyToDiscord(reply);
    expect(messages.flatMap(messageErrors)).toEqual([]);
    await expect(`${JSON.stringify(messages, null, 2)}\n`).toMatchFileSnapshot(`../../fixtures/discord/${name}.json`);
  });
});
