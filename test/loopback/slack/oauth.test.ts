/** Installing into a second workspace, by the real Bolt's own installer. */
import {App, HTTPReceiver, type Installation} from '@slack/bolt';
import type {AddressInfo} from 'node:net';
import {expect, it} from 'vitest';
import {startSlack} from './index.js';

it('installs into a workspace, and answers there', async () => {
  const slack = await startSlack();
  const {clientId, clientSecret, signingSecret} = slack.platform.app;
  const other = slack.platform.addWorkspace('other');
  const clientOptions = {slackApiUrl: slack.apiUrl};
  const stored = new Map<string, Installation>();
  const receiver = new HTTPReceiver({
    ...{signingSecret, clientId, clientSecret, stateSecret: 'state'},
    scopes: ['commands', 'chat:write'],
    redirectUri: 'http://127.0.0.1/slack/oauth_redirect',
    installerOptions: {
      ...{clientOptions, directInstall: true, authorizationUrl: `${slack.url}/oauth/v2/authorize`},
      redirectUriPath: '/slack/oauth_redirect',
    },
    installationStore: {
      storeInstallation: (installation) => {
        stored.set(installation.team?.id ?? '', installation);
        return Promise.resolve();
      },
      fetchInstallation: ({teamId}) => {
        const found = stored.get(teamId ?? '');
        return found ? Promise.resolve(found as never) : Promise.reject(new Error('not installed'));
      },
    },
  });
  const app = new App({receiver, clientOptions});
  app.command('/bpf-howto', async ({ack, client, command}) => {
    await ack();
    await client.chat.postMessage({channel: command.channel_id, text: 'Here'});
  });
  const server = await app.start({port: 0, host: '127.0.0.1'});
  const base = `http://127.0.0.1:${(server as unknown as {address: () => AddressInfo}).address().port}`;
  slack.deliverTo(`${base}/slack/events`);

  const begun = await fetch(`${base}/slack/install`, {redirect: 'manual'});
  const agreed = await fetch(`${begun.headers.get('location') ?? ''}&team=${other.id}`, {redirect: 'manual'});
  const back = new URL(agreed.headers.get('location') ?? '');
  const Cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const done = await fetch(base + back.pathname + back.search, {headers: {Cookie}, redirect: 'manual'});
  expect(done.status).toBe(200);
  expect([...stored.keys()]).toEqual([other.id]);

  await slack.say.command('x', {workspace: other}).delivery.acked;
  const answer = await slack.until('an answer', () => other.byBot()[0]);
  expect(answer.content.text).toBe('Here');
  await app.stop();
  await slack.stop();
  expect(slack.violations).toEqual([]);
});
