/** What each fault does to the real Bolt: which it repeats, and what then stands in the channel. */
import {expect, it} from 'vitest';
import {onSockets} from './bolt.js';
import type {Fault} from './faults.js';
import {startSlack} from './index.js';

const faults: readonly [fault: Fault, messages: number, outcome: string][] = [
  [{type: 'rate-limited', retryAfterSeconds: 0}, 1, 'posted'],
  [{type: 'status', status: 500}, 1, 'posted'],
  [{type: 'drop'}, 1, 'posted'],
  [{type: 'delay', ms: 5}, 1, 'posted'],
  [{type: 'accept-then-drop'}, 2, 'posted'],
  [{type: 'broken-json'}, 0, 'slack_webapi_platform_error'],
  [{type: 'error', error: 'fatal_error'}, 0, 'slack_webapi_platform_error'],
];

it.each(faults)('%j leaves %i messages: %s', async (fault, messages, outcome) => {
  const slack = await startSlack();
  let told = '';
  const app = await onSockets(slack, (bolt) => {
    bolt.command('/bpf-howto', async ({ack, say}) => {
      await ack();
      told = await say('Here').then(
        () => 'posted',
        (error: unknown) => (error as {code: string}).code,
      );
      slack.platform.changed();
    });
  });
  slack.faults.next('chat.postMessage', fault);
  slack.say.command('x');
  await slack.until('an outcome', () => told !== '');
  expect([told, slack.workspace.byBot().length, slack.faults.left]).toEqual([outcome, messages, 0]);
  await app.stop();
  await slack.stop();
});

it('an app that does not acknowledge is noticed, and a late acknowledgement is measured', async () => {
  const slack = await startSlack({ackMs: 30});
  let release = (): void => undefined;
  const held = new Promise<void>((go) => (release = go));
  const app = await onSockets(slack, (bolt) => {
    bolt.command('/bpf-howto', async ({ack}) => {
      await held;
      await ack();
    });
  });
  const {delivery} = slack.say.command('x');
  expect(await delivery.acked).toMatchObject({failure: 'timeout'});
  expect(slack.violations.map(({rule}) => rule)).toEqual(['late-ack']);
  release();
  await slack.until('the acknowledgement', () => delivery.attempts[0]?.ackedAfterMs);
  await app.stop();
  await slack.stop();
});
