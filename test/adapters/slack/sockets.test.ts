import {afterEach, describe, expect, it} from 'vitest';
import {PlatformError} from '../../../adapters/platform.js';
import {makeBot} from '../../helpers/bot.js';
import {startStage, type Stage, type StageOptions} from './stage.js';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.stop();
  stage = undefined;
});
const start = async (options: StageOptions = {}) => (stage = await startStage(options));

describe('a socket', () => {
  it.each([
    ['is refreshed', (of: Stage) => of.slack.sockets.disconnect('refresh_requested')],
    ['is warned', (of: Stage) => of.slack.sockets.disconnect('warning')],
    ['drops', (of: Stage) => of.slack.sockets.drop()],
  ])('%s, and every question is answered once', async (_, end) => {
    const {slack, answerTo, messages, seen} = await start();
    slack.say.command('about');
    const before = slack.say.mention('bugs?');
    end(stage ?? expect.fail());
    const between = slack.say.mention('list?');
    await slack.until('another socket', () => slack.sockets.opened === 2);
    const after = slack.say.mention('stable?');
    for (const question of [before, between, after]) await answerTo(question);
    await messages(4);
    await stage?.finish();
    expect(seen()).toHaveLength(4);
    expect(slack.violations).toEqual([]);
  });

  it('is opened again after failures, of which the supervisor hears', async () => {
    const {slack, answerTo, watched} = await start();
    slack.faults.next('apps.connections.open', {type: 'status', status: 500}, {type: 'broken-json'});
    slack.sockets.drop();
    await slack.until('another socket', () => slack.sockets.opened === 2);
    await answerTo(slack.say.mention('bugs?'));
    expect(watched).toEqual([
      'reconnecting: Slack did not answer (HTTP status 500).',
      'reconnecting: Slack did not answer (an answer that is no JSON).',
      'ready',
    ]);
  });

  it('outlives what it does not understand', async () => {
    const {slack, answerTo, log} = await start({ackMs: 1000});
    slack.happen.rateLimited(slack.workspace);
    await answerTo(slack.say.mention('bugs?'));
    expect(log.join('')).toContain('Slack sent something that its library does not understand');
  });

  it('ends the connection, not the process, where its token is no longer valid', async () => {
    const {slack, connection} = await start();
    slack.faults.always('apps.connections.open', {type: 'error', error: 'invalid_auth'});
    slack.sockets.drop();
    const reason = await connection.ended;
    expect(reason).toBeInstanceOf(PlatformError);
    expect(reason.message).toBe(
      'SLACK_APP_TOKEN is no longer valid (invalid_auth). Make a new one at api.slack.com/apps, your app, Basic Information, App-Level Tokens, with the scope connections:write.',
    );
  });

  it('ends the connection where Slack stays away', async () => {
    const {slack, connection} = await start();
    slack.faults.always('apps.connections.open', {type: 'error', error: 'fatal_error'});
    slack.sockets.drop();
    expect(await connection.ended).not.toBeInstanceOf(PlatformError);
  });

  it('ends the connection where the app is removed from its workspace', async () => {
    const {slack, connection} = await start();
    slack.happen.uninstall(slack.workspace);
    expect((await connection.ended).message).toMatch(/^SLACK_BOT_TOKEN is no longer valid \(token_revoked\)\. /u);
  });
});

describe('Slack does not start', () => {
  it.each<[error: string, message: RegExp]>([
    ['invalid_auth', /^SLACK_BOT_TOKEN is not valid \(invalid_auth\)\. Copy it from/u],
    ['account_inactive', /^SLACK_BOT_TOKEN is no longer valid \(account_inactive\)\./u],
    ['token_revoked', /^SLACK_BOT_TOKEN is no longer valid \(token_revoked\)\./u],
  ])('with a bot token that is %s', async (error, message) => {
    const access = {type: 'token', botToken: 'xoxb-wrong'} as const;
    const failure =
      error === 'invalid_auth'
        ? await startStage({setup: {access}}).catch((cause: unknown) => cause)
        : await failing('auth.test', error);
    expect(failure).toBeInstanceOf(PlatformError);
    expect((failure as Error).message).toMatch(message);
  });

  it.each<[error: string, token: string, message: RegExp]>([
    ['invalid_auth', 'xapp-wrong', /^SLACK_APP_TOKEN is not valid \(invalid_auth\)\. Make a new one/u],
    ['not_allowed_token_type', 'xoxb-wrong', /^SLACK_APP_TOKEN is not valid \(not_allowed_token_type\)\./u],
  ])('with an app token that is %s', async (_, appToken, message) => {
    const failure = await startStage({setup: {transport: {type: 'socket', appToken}}}).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(PlatformError);
    expect((failure as Error).message).toMatch(message);
  });

  it('where the app token lacks its scope', async () => {
    const failure = await failing('apps.connections.open', 'missing_scope');
    expect(failure).toBeInstanceOf(PlatformError);
    expect((failure as Error).message).toMatch(/^SLACK_APP_TOKEN lacks the scope connections:write\./u);
  });

  it('where Slack is down, which may pass', async () => {
    const failure = await failing('auth.test', 'fatal_error');
    expect(failure).not.toBeInstanceOf(PlatformError);
    expect((failure as Error).message).toBe('Slack did not answer (fatal_error).');
  });
});

/** What connecting fails with, where one of Slack's methods does. */
async function failing(method: string, error: string): Promise<unknown> {
  return startStage({prepare: ({faults}) => faults.always(method, {type: 'error', error})}).catch(
    (cause: unknown) => cause,
  );
}

it('leaves when what is in flight is answered, and takes nothing new', async () => {
  const bot = makeBot();
  let go: () => void = () => undefined;
  const asked = new Promise<void>((heard) => {
    bot.hear = async (...args) => {
      heard();
      await new Promise<void>((resolve) => (go = resolve));
      return makeBot().hear(...args);
    };
  });
  const {slack, connection, seen} = await start({bot});
  slack.say.mention('bugs?');
  await asked;
  const closed = connection.close();
  await slack.until('no socket', () => slack.sockets.count === 0);
  go();
  await closed;
  await connection.close();
  expect(seen()).toEqual(['all, general thread: Where do I report bugs?']);
});
