import {readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {fileInstallations} from '../../../adapters/slack/installations.js';
import type {Workspace} from '../../loopback/slack/workspace.js';
import {modes, startStage, type Mode, type Stage} from './stage.js';

let stage: Stage;
afterEach(async () => {
  await stage.stop();
  expect(stage.slack.violations).toEqual([]);
});

const start = async (mode: Mode) => {
  const access = {
    type: 'oauth',
    clientId: '1000.2000',
    clientSecret: 'loopback-client-secret',
    stateSecret: 'a secret of sixteen or more',
  } as const;
  stage = await startStage({mode, setup: {access}});
};

/** Install the app as a browser does; Slack knows where it sends people back. */
async function install(workspace: Workspace, changes: {state?: string; cookie?: string} = {}): Promise<Response> {
  const begun = await fetch(`${stage.url}/slack/install`, {redirect: 'manual'});
  const address = new URL(begun.headers.get('location') ?? '');
  expect(address.origin + address.pathname).toBe(`${stage.slack.url}/oauth/v2/authorize`);
  expect(address.searchParams.get('scope')?.split(',')).toContain('app_mentions:read');
  address.searchParams.set('team', workspace.id);
  address.searchParams.set('redirect_uri', `${stage.url}/slack/oauth_redirect`);
  const agreed = await fetch(address, {redirect: 'manual'});
  const back = new URL(agreed.headers.get('location') ?? '');
  if (changes.state !== undefined) back.searchParams.set('state', changes.state);
  const cookie = changes.cookie ?? (begun.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  return fetch(back, {headers: {cookie}, redirect: 'manual'});
}

describe.each(modes)('many workspaces by OAuth, by %s', (mode) => {
  it('are installed, answered each with its own token, and forgotten when the app is removed', async () => {
    await start(mode);
    const {slack, dataDir} = stage;
    const other = slack.platform.addWorkspace('other');
    for (const workspace of [slack.workspace, other]) expect((await install(workspace)).status).toBe(200);
    const folder = join(dataDir, 'slack-installations');
    expect((await readdir(folder)).sort()).toEqual([`${slack.workspace.id}.json`, `${other.id}.json`].sort());
    expect((await stat(join(folder, `${other.id}.json`))).mode & 0o777).toBe(0o600);
    const questions = [slack.say.mention('bugs?'), slack.say.mention('bugs?', {workspace: other})];
    for (const [at, workspace] of [slack.workspace, other].entries())
      await slack.until('an answer', () => workspace.answersTo(questions[at] ?? expect.fail())[0]);
    slack.happen.uninstall(other);
    await Promise.all(slack.deliveries.map(({acked}) => acked));
    await stage.finish();
    expect(await readdir(folder)).toEqual([`${slack.workspace.id}.json`]);
  });

  it('are not installed with a state that is not ours', async () => {
    await start(mode);
    expect((await install(stage.slack.workspace, {state: 'a.b.c'})).ok).toBe(false);
    expect((await install(stage.slack.workspace, {cookie: 'slack-app-oauth-state=x'})).ok).toBe(false);
    await expect(readdir(join(stage.dataDir, 'slack-installations'))).rejects.toThrow('ENOENT');
  });

  it('that did not install the app get no answer, and the operator reads why', async () => {
    await start(mode);
    stage.slack.say.mention('bugs?');
    await stage.finish();
    expect(stage.slack.workspace.byBot()).toEqual([]);
    expect(stage.log.join('')).toContain(`The app is not installed in the workspace ${stage.slack.workspace.id}.`);
  });
});

describe('installations in files', () => {
  it.each(['../T1', 'T1/../../x', '', 't1', 'T1.json', 'T'.repeat(41)])(
    'have no file for the id %j',
    async (teamId) => {
      await start('socket');
      const store = fileInstallations(stage.dataDir);
      const query = {teamId, enterpriseId: undefined, isEnterpriseInstall: false};
      await expect(store.fetchInstallation(query)).rejects.toThrow('No id of a workspace');
      await expect(store.deleteInstallation(query)).rejects.toThrow('No id of a workspace');
    },
  );

  it('are found by the organisation where the workspace has none', async () => {
    await start('socket');
    const store = fileInstallations(stage.dataDir);
    const user = {token: undefined, scopes: undefined, id: 'U1'};
    await store.storeInstallation({team: undefined, enterprise: {id: 'E1'}, user, isEnterpriseInstall: true});
    const found = await store.fetchInstallation({teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: false});
    expect(found.enterprise?.id).toBe('E1');
    await store.deleteInstallation({teamId: undefined, enterpriseId: 'E1', isEnterpriseInstall: true});
    await expect(
      store.fetchInstallation({teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: false}),
    ).rejects.toThrow('The app is not installed in the workspace T1.');
  });

  it('that are half written are never read', async () => {
    await start('socket');
    const store = fileInstallations(stage.dataDir);
    const user = {token: undefined, scopes: undefined, id: 'U1'};
    await store.storeInstallation({team: {id: 'T1'}, enterprise: undefined, user, isEnterpriseInstall: false});
    const path = join(stage.dataDir, 'slack-installations', 'T1.json');
    await writeFile(`${path}.new`, '{"team":');
    const found = await store.fetchInstallation({teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false});
    expect(found.team?.id).toBe('T1');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(found)));
  });
});
