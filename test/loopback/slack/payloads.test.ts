/** What the loopback Slack tells an app has no field that Slack's own payloads lack. */
import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';
import {isFields, type Fields} from './fields.js';
import {startSlack} from './index.js';

/** Values that are free in form, or kept short in the record. */
const open = new Set(['blocks', 'files', 'state', 'element', 'elements', 'actions', 'metadata', 'icons', 'item']);

/** Paths of fields that the record does not have. */
function strange(payload: Fields, record: Fields, path = ''): readonly string[] {
  return Object.entries(payload).flatMap(([name, value]) => {
    if (!(name in record)) return open.has(name) ? [] : [path + name];
    const known = record[name];
    if (open.has(name) || !isFields(value) || !isFields(known)) return [];
    return strange(value, known, `${path}${name}.`);
  });
}

it.runIf(hasShared)(`payloads have known fields only${sharedNote}`, async () => {
  const slack = await startSlack();
  const {say, press, happen, workspace} = slack;
  say.command('x');
  const asked = say.mention('x');
  const [message, mention] = slack.deliveriesOf(asked);
  const said = say.message('x', {threadTs: asked.ts});
  say.edit(said, 'y');
  say.delete(said);
  say.share({name: 'a.txt', content: 'x'});
  press.shortcut(asked, 'answer');
  const button = {type: 'button', action_id: 'a', block_id: 'b', text: {type: 'plain_text', text: 'Press'}};
  const {botUser, botId} = workspace.installation ?? {botUser: '', botId: ''};
  const blocks = [{type: 'actions', block_id: 'b', elements: [button]}];
  press.button(workspace.post({channel: asked.channel, user: botUser, botId, text: 'x', blocks}), 'Press');
  press.openHome();
  happen.join(workspace, workspace.channel('general'));
  happen.uninstall(workspace);
  const strangers = (record: string, payload: Fields | undefined): readonly string[] =>
    strange(
      payload ?? {missing: true},
      JSON.parse(readFileSync(shared(`contracts/slack/payload-shapes/${record}.json`), 'utf8')) as Fields,
    );
  const told = (type: string): Fields | undefined =>
    slack.deliveries.find(({payload: {event, type: kind, command}}) => {
      const inner = isFields(event) ? (event.subtype ?? event.type) : kind;
      return inner === type || (type === 'command' && command !== undefined);
    })?.payload;
  expect({
    command: strangers('SlashCommandPayload', told('command')),
    message: strangers('MessagePayload', message?.payload),
    mention: strangers('AppMentionPayload', mention?.payload),
    edit: strangers('MessageChangedPayload', told('message_changed')),
    deletion: strangers('MessageDeletedPayload', told('message_deleted')),
    file: strangers('MessageFileSharePayload', told('file_share')),
    shortcut: strangers('MessageShortcutPayload', told('message_action')),
    press: strangers('BlockActionPayload', told('block_actions')),
    home: strangers('AppHomeOpenedPayload', told('app_home_opened')),
    join: strangers('MemberJoinedChannelPayload', told('member_joined_channel')),
    uninstall: strangers('AppUninstalledPayload', told('app_uninstalled')),
    revoked: strangers('TokensRevokedPayload', told('tokens_revoked')),
  }).toEqual({
    ...{command: [], message: [], mention: [], edit: [], deletion: [], file: []},
    ...{shortcut: [], press: [], home: [], join: [], uninstall: [], revoked: []},
  });
  await slack.stop();
});
