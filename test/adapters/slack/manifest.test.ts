import {describe, expect, it} from 'vitest';
import {slackManifest} from '../../../adapters/slack/manifest.js';
import {commands} from '../../../bot/commands/index.js';
import {defineCommand} from '../../../bot/command.js';

const requestUrl = 'https://bot.example/slack/events';

describe('slackManifest', () => {
  it.each([
    ['Socket Mode', slackManifest(commands), true, undefined],
    ['HTTP', slackManifest(commands, {requestUrl}), false, requestUrl],
  ])('is for %s', (_name, {features, settings}, socket, url) => {
    expect(settings.socket_mode_enabled).toBe(socket);
    expect(features.slash_commands[0]).toHaveProperty('command', '/bpf-howto');
    const places = [features.slash_commands[0], settings.event_subscriptions, settings.interactivity];
    expect(places.map((place) => JSON.stringify(place).includes(requestUrl))).toEqual(
      places.map(() => url !== undefined),
    );
  });

  it('takes installations back by OAuth where there is an address', () => {
    expect(slackManifest(commands).oauth_config).not.toHaveProperty('redirect_urls');
    expect(slackManifest(commands, {requestUrl}).oauth_config).toHaveProperty('redirect_urls', [
      'https://bot.example/slack/oauth_redirect',
    ]);
  });

  it('asks for the scopes that are used, and no other', () => {
    expect(slackManifest(commands).oauth_config.scopes.bot).toEqual([
      'app_mentions:read',
      'channels:history',
      'chat:write',
      'commands',
      'files:read',
      'groups:history',
      'im:history',
    ]);
  });

  it('has a scope for every event', () => {
    const needed: Readonly<Record<string, string>> = {
      app_mention: 'app_mentions:read',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
      'message.im': 'im:history',
    };
    const {oauth_config, settings} = slackManifest(commands);
    const events: readonly string[] = settings.event_subscriptions.bot_events;
    const scopes: readonly string[] = oauth_config.scopes.bot;
    expect(events.flatMap((event) => needed[event] ?? []).filter((scope) => !scopes.includes(scope))).toEqual([]);
    expect(Object.keys(needed).filter((event) => !events.includes(event))).toEqual([]);
  });

  it('reads the usage off the command table', () => {
    expect(slackManifest(commands).features.slash_commands[0]?.usage_hint).toMatch(
      /^<question> \| browse \[section\] \| prefix \[tree\] \[vN\] \[rfc\] \[N patches\] \| check \[subject or attached files\] \| window \| about \| help /u,
    );
  });

  it('keeps the limits of Slack, with any number of commands', () => {
    const many = Array.from({length: 200}, (_, at) =>
      defineCommand({
        name: `command${at}`,
        summary: 'Do',
        options: {},
        run: () => {
          throw new Error('not run');
        },
      }),
    );
    const {display_information, features} = slackManifest(many);
    const [command] = features.slash_commands;
    const lengths: readonly (readonly [string | undefined, number])[] = [
      [display_information.name, 35],
      [display_information.description, 140],
      [features.bot_user.display_name, 80],
      [command?.command, 32],
      [command?.description, 2000],
      [command?.usage_hint, 1000],
      ...features.shortcuts.flatMap(({name, callback_id, description}): [string, number][] => [
        [name, 24],
        [callback_id, 255],
        [description, 150],
      ]),
    ];
    for (const [text = '', limit] of lengths) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(limit);
    }
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]+$/u);
  });
});
