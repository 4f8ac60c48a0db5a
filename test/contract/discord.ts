/** Discord, with the real discord.js. */
import type {APIMessage} from 'discord.js';
import {actionTextOf} from '../../adapters/discord/controls.js';
import {formatAction} from '../../bot/action.js';
import type {Value} from '../../bot/command.js';
import {parseCommand} from '../../bot/parse.js';
import type {LoopbackDiscord} from '../loopback/discord/index.js';
import {bundledBot, openedChannel, startBot} from '../helpers/discord-bot.js';
import {discordVisible} from '../helpers/discord-visible.js';
import {componentsOf} from '../loopback/discord/find-component.js';
import type {Actor, Heard, Manner, PlatformUnderTest} from './actor.js';
import {recordReplies} from './recorder.js';
import {seenWords} from './seen-words.js';

export const discord: PlatformUnderTest = {name: 'Discord', manners: ['public', 'direct', 'private'], enter};

async function enter(manner: Manner): Promise<Actor> {
  const {bot, replies} = recordReplies(await bundledBot());
  const at = await startBot({bot});
  let last: APIMessage | undefined;
  const heard = (message: APIMessage): Heard => {
    last = message;
    const reply = replies.at(-1);
    if (!reply) throw new Error('The bot said nothing.');
    return {reply, seen: seenWords(discordVisible(message))};
  };
  return {
    async say(text) {
      if (manner === 'public') return heard(await at.discord.answerTo(at.discord.say.mention({text})));
      if (manner === 'direct') return heard(await at.discord.answerTo(at.discord.say.direct({text})));
      const parsed = parseCommand(text, bot.commands);
      const line = parsed
        ? {subcommand: parsed.command.name, options: givenValues(parsed.values)}
        : {subcommand: 'ask', options: {question: text}};
      return heard(await at.discord.say.command({name: 'bpf-howto', ...line}).reply());
    },
    async check(given) {
      const files = Object.entries(given).map(([name, content]) => at.discord.upload(name, content));
      if (manner === 'direct') return heard(await at.discord.answerTo(at.discord.say.direct({text: '', files})));
      if (manner === 'public') {
        const before = alone(at.discord).length;
        at.discord.say.mention({text: 'check', files});
        return heard(await at.discord.until(() => alone(at.discord)[before], 'a direct message'));
      }
      const options = Object.fromEntries(files.map((file, index) => [index === 0 ? 'file' : `file${index + 1}`, file]));
      return heard(await at.discord.say.command({name: 'bpf-howto', subcommand: 'check', options}).reply());
    },
    async press(action) {
      if (!last) throw new Error('There is nothing to press.');
      const written = formatAction(action);
      const message = last.id;
      const components = componentsOf(last);
      const button = components.find(({custom_id: id}) => actionTextOf(id) === written)?.custom_id;
      if (button !== undefined) return heard(await at.discord.say.press({message, button}).reply());
      const menu = components.find(({options}) => options?.some(({value}) => actionTextOf(value) === written));
      const value = menu?.options?.find((one) => actionTextOf(one.value) === written)?.value;
      if (menu?.custom_id === undefined || value === undefined) throw new Error(`Nothing carries ${written}.`);
      return heard(await at.discord.say.select({message, menu: menu.custom_id, values: [value]}).reply());
    },
    async leave() {
      await at.stop();
      return [...at.discord.violations, ...at.errors];
    },
  };
}

/** What the bot wrote to Ada by direct message. */
function alone(discord: LoopbackDiscord): readonly APIMessage[] {
  const channel = openedChannel(discord);
  return channel === undefined ? [] : discord.messages(channel);
}

/** Discord sends no option that was left out. */
function givenValues(values: Readonly<Record<string, Value>>): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
