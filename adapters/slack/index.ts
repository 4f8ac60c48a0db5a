/**
 * Slack: translates what Bolt hands over into what the desk takes, and turns of the desk into messages.
 */
import bolt from '@slack/bolt';
import type {Desk} from '../../bot/desk.js';
import {replyToPlain} from '../../bot/plain.js';
import type {HttpServer} from '../http/server.js';
import type {Log} from '../log.js';
import type {Connection, Platform, Watch} from '../platform.js';
import type {SlackSetup} from '../platforms.js';

/** @param http Where Slack's requests come in, in HTTP mode. */
export function createSlack(setup: SlackSetup, http: HttpServer | undefined, log: Log): Platform {
  return {name: 'Slack', connect: (desk, watch) => connect(setup, desk, watch, http, log)};
}

async function connect(
  {access, transport, apiUrl}: SlackSetup,
  desk: Desk,
  _watch: Watch,
  _http: HttpServer | undefined,
  log: Log,
): Promise<Connection> {
  const app = new bolt.App({
    ...(access.type === 'token' ? {token: access.botToken} : {}),
    ...(transport.type === 'socket' ? {appToken: transport.appToken, socketMode: true} : {}),
    clientOptions: {slackApiUrl: `${apiUrl}/`},
    logLevel: bolt.LogLevel.ERROR,
  });
  app.error((error) => {
    log.error(`Slack: ${error.message}`);
    return Promise.resolve();
  });
  app.command('/bpf-howto', async ({command, ack, respond}) => {
    await ack();
    const turn = await desk.hear(
      {
        key: `slack:${command.trigger_id}`,
        person: `slack:${command.team_id}:${command.user_id}`,
        place: `slack:${command.team_id}:${command.channel_id}`,
        request: {setting: 'private', askerId: command.user_id, askerName: command.user_name, pageChars: 3000},
      },
      command.text,
    );
    if (turn.type === 'say') await respond({text: replyToPlain(turn.reply), response_type: 'ephemeral'});
  });
  await app.start();
  return {
    ended: new Promise(() => undefined),
    close: async () => {
      await app.stop();
    },
  };
}
