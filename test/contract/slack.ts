/** Slack in both modes, with the real Bolt. */
import type {types} from '@slack/bolt';
import {formatAction} from '../../bot/action.js';
import {startStage, type Mode} from '../adapters/slack/stage.js';
import {bundledBot} from '../helpers/discord-bot.js';
import {slackVisible} from '../helpers/slack-visible.js';
import {controlsOf} from '../loopback/slack/naming.js';
import type {Message} from '../loopback/slack/workspace.js';
import type {Actor, Heard, Manner, PlatformUnderTest} from './actor.js';
import {recordReplies} from './recorder.js';
import {seenWords} from './seen-words.js';

export function slackBy(mode: Mode): PlatformUnderTest {
  return {name: `Slack by ${mode}`, manners: ['public', 'direct', 'private'], enter: (manner) => enter(mode, manner)};
}

async function enter(mode: Mode, manner: Manner): Promise<Actor> {
  const {bot, replies} = recordReplies(await bundledBot());
  const stage = await startStage({mode, bot});
  const {slack} = stage;
  let last: Message | undefined;
  const textOf = ({content}: Message) => JSON.stringify(content);
  /** The message that was written or changed since. */
  const heard = async (before: ReadonlyMap<string, string>): Promise<Heard> => {
    const message = await slack.until('what the bot shows', () =>
      slack.workspace.byBot().findLast((one) => !one.deleted && before.get(one.ts) !== textOf(one)),
    );
    last = message;
    const reply = replies.at(-1);
    if (!reply) throw new Error('The bot said nothing.');
    return {
      reply,
      seen: seenWords(slackVisible({blocks: (message.content.blocks ?? []) as unknown as types.KnownBlock[]})),
    };
  };
  const shown = () => new Map(slack.workspace.byBot().map((message) => [message.ts, textOf(message)]));
  return {
    say(text) {
      const before = shown();
      if (manner === 'public') slack.say.mention(text);
      else if (manner === 'direct') slack.say.direct(text);
      else slack.say.command(text);
      return heard(before);
    },
    check(files) {
      const before = shown();
      const shared = Object.entries(files).map(([name, content]) => ({name, content}));
      const {id} = slack.workspace.directChannel(slack.workspace.user('ada').id);
      if (manner === 'public') slack.say.share(shared, '@bot check');
      else if (manner === 'direct') slack.say.share(shared, '', {channel: id});
      else slack.press.shortcut(slack.say.share(shared), 'check');
      return heard(before);
    },
    press(action) {
      if (!last) throw new Error('There is nothing to press.');
      const before = shown();
      const written = formatAction(action);
      const controls = controlsOf(last.content.blocks ?? []);
      const menu = controls.find(({element}) => JSON.stringify(element.options ?? []).includes(`"${written}"`));
      if (menu) slack.press.option(last, String(menu.element.action_id), written);
      else slack.press.button(last, written);
      return heard(before);
    },
    async leave() {
      await stage.stop();
      return [...slack.violations, ...stage.desk.errors];
    },
  };
}
