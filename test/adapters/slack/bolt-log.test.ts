import {describe, expect, it} from 'vitest';
import {createLog} from '../../../adapters/log.js';
import {boltLogger, withoutSecrets} from '../../../adapters/slack/bolt-log.js';

describe('what Slack’s library tells', () => {
  it.each([
    ['token xoxb-1-2-abc is wrong', 'token (hidden) is wrong'],
    ['"xapp-1-A1-2-abc"', '"(hidden)"'],
    ['xoxe.xoxp-1-abc', '(hidden)'],
    ['wss://wss.slack.com/link/?ticket=a-b-c&app_id=1', 'wss://wss.slack.com/link/?(hidden)&app_id=1'],
    ['https://hooks.slack.com/commands/T1/2/abc', 'https://hooks.slack.com/commands/(hidden)'],
    ['https://hooks.slack.com/actions/T1/2/abc failed', 'https://hooks.slack.com/actions/(hidden) failed'],
    ['nothing of the kind', 'nothing of the kind'],
  ])('holds no secret: %j', (text, shown) => expect(withoutSecrets(text)).toBe(shown));

  it('comes to the log in one line each, warnings and errors', () => {
    const lines: string[] = [];
    const logger = boltLogger(createLog('warn', (line) => void lines.push(line)));
    logger.debug('a');
    logger.info('b');
    logger.warn('c', {d: 1});
    logger.error(new Error('e xoxb-1\nf'));
    logger.warn('Failed to parse and verify the request data: signature mismatch');
    expect(lines).toEqual([
      'bpf-howto: warn: Slack’s library says: c { d: 1 }\n',
      'bpf-howto: Slack’s library says: e (hidden) f\n',
    ]);
  });
});
