import {MessageType, type APIMessage} from 'discord.js';
import {describe, expect, it} from 'vitest';
import {messageToSaid, wordsOf} from '../../../adapters/discord/asked.js';
import {isAddressed} from '../../../adapters/discord/messages.js';

const bot = '100000000000000001';
const ada = {id: '100000000000000002', username: 'ada', global_name: 'Ada L.', discriminator: '0', avatar: null};

function message(changes: Partial<APIMessage>): APIMessage {
  return {content: '', mentions: [], embeds: [], attachments: [], author: ada, ...changes} as unknown as APIMessage;
}

describe('words', () => {
  it.each([
    [`<@${bot}> where?`, 'where?'],
    [`where <@!${bot}> to?`, 'where   to?'],
    [`<@${ada.id}> asks`, '@Ada L. asks'],
    ['<@100000000000000009> asks', 'asks'],
    ['<@&100000000000000003> <#100000000000000004> where?', 'where?'],
    [`<@${bot}>`, ''],
    ['a < b <@ c', 'a < b <@ c'],
  ])('%j are %j', (content, words) => expect(wordsOf(message({content, mentions: [ada]}), bot)).toBe(words));
});

describe('a message', () => {
  const snapshot = {message: {content: 'forwarded'}} as NonNullable<APIMessage['message_snapshots']>[number];
  const image = {id: '1', filename: 'a.png'} as APIMessage['attachments'][number];

  it.each<readonly [string, Partial<APIMessage>, object]>([
    ['with words', {content: 'where?'}, {text: 'where?', isBot: false}],
    ['that is not shown', {}, {text: '', isBot: false, isHidden: true}],
    ['of an image', {attachments: [image]}, {text: '', isBot: false}],
    ['that was forwarded', {message_snapshots: [snapshot]}, {text: 'forwarded', isBot: false}],
    ['of a bot', {author: {...ada, bot: true}}, {text: '', isBot: true}],
  ])('%s is read', (_, changes, said) =>
    expect(messageToSaid(message(changes), bot)).toEqual({author: 'Ada L.', ...said}),
  );
});

describe('the bot', () => {
  const named = {content: `<@${bot}> where?`, mentions: [{...ada, id: bot}], guild_id: '1'};

  it.each<readonly [string, boolean, object]>([
    ['named', true, named],
    ['named and nothing else', true, {...named, content: `<@${bot}>`}],
    ['spoken to directly', true, {content: 'where?', guild_id: undefined}],
    ['replied to', true, {...named, content: 'and where?', type: MessageType.Reply}],
    ['replied to with nothing', false, {...named, content: '', type: MessageType.Reply}],
    ['not named', false, {content: 'where?', guild_id: '1'}],
    ['named by a bot', false, {...named, author: {...ada, bot: true}}],
    ['named by a webhook', false, {...named, webhook_id: '1'}],
    ['named by Discord itself', false, {...named, type: MessageType.ChannelPinnedMessage}],
  ])('%s is addressed: %s', (_, expected, changes) =>
    expect(isAddressed(message({type: MessageType.Default, ...changes}), bot)).toBe(expected),
  );
});
