import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {startStage, type Stage} from './stage.js';

const json = 'application/json';

describe('requests of Slack by HTTP', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage({mode: 'http'});
  });
  afterEach(async () => {
    await stage.stop();
    expect(stage.slack.violations).toEqual([]);
  });
  const requests = () => stage.requests ?? expect.fail('no server');

  it.each([
    ['good', 200],
    ['bad', 401],
    ['stale', 401],
    ['future', 401],
    ['none', 401],
  ] as const)('a %s signature is met with %i', async (signing, status) => {
    expect((await stage.slack.say.command('bugs?', {signing}).delivery.acked).status).toBe(status);
    await stage.finish();
    expect(stage.slack.workspace.byBot()).toHaveLength(status === 200 ? 1 : 0);
  });

  it('are told to the operator once a minute where their signatures are wrong', async () => {
    for (let at = 0; at < 3; at += 1) await stage.slack.say.command('bugs?', {signing: 'bad'}).delivery.acked;
    expect(stage.log.filter((line) => line.includes('warn') && line.includes('SLACK_SIGNING_SECRET'))).toHaveLength(1);
  });

  it('verify the address and the certificate', async () => {
    expect((await requests().verifyUrl()).passed).toBe(true);
    expect((await requests().verifyUrl('bad')).passed).toBe(false);
    expect((await requests().checkSsl()).status).toBe(200);
  });

  it.each([
    ['a length that is told', 1024 * 1024 + 1],
    ['exactly as much as fits', 1024 * 1024],
  ])('have a bounded body: %s', async (_, bytes) => {
    const {status} = await requests().post('x'.repeat(bytes), json);
    expect(status).toBe(bytes > 1024 * 1024 ? 413 : 400);
  });

  it('have a bounded body also where its length is not told', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(256 * 1024));
      },
    });
    const sent = fetch(`${stage.url}/slack/events`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: {'content-type': json},
    });
    // Nobody reads on; whether the sender hears why depends on what it has sent already.
    const status = await sent.then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
  });

  it('that hold no JSON are refused', async () => {
    expect((await requests().post('{', json)).status).toBe(400);
  });

  it.each(['/slack/dance', '/slack/install', '/slack/oauth_redirect', '/slack/'])(
    'find nothing at %s',
    async (path) => {
      expect((await fetch(`${stage.url}${path}`)).status).toBe(404);
    },
  );

  it('find nothing after the bot has left', async () => {
    await stage.connection.close();
    expect((await requests().post('{}', json)).status).toBe(404);
  });
});
