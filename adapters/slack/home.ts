/**
 * App Home: the sections of the document, a search above them, and a way back from whatever was looked up.
 */
import type {types, webApi} from '@slack/bolt';
import {formatAction} from '../../bot/action.js';
import type {Asked} from '../../bot/desk.js';
import type {Reply} from '../../bot/message.js';
import type {Turn} from '../../bot/turn.js';
import type {Log} from '../log.js';
import {writtenIn} from './actions.js';
import {askedOf} from './asked.js';
import {failureOf} from './failure.js';
import {acknowledge, type Listening} from './listener.js';
import {persist} from './persist.js';
import {replyToSlack} from './message.js';
import {plainText} from './text.js';

const sections = formatAction({type: 'browse'});
const searchId = 'home:search';

export function listenToHome({app, desk}: Listening, log: Log): void {
  app.event('app_home_opened', async ({event, client, context, body}) => {
    if (event.tab !== 'home') return;
    const asked = homeAsked(context.teamId ?? body.team_id, event.user, event.event_ts);
    await publish(client, event.user, asked, await desk.press(asked, sections));
  });
  app.action({type: 'block_actions'}, async ({body, action, ack, client, context}) => {
    if (body.view?.type !== 'home') return;
    await acknowledge(ack);
    const written = writtenIn(action);
    const asked = homeAsked(body.team?.id ?? context.teamId ?? '', body.user.id, body.trigger_id);
    const isSearch = action.action_id === searchId && (written ?? '').trim() !== '';
    const turn = await (isSearch ? desk.hear(asked, written ?? '') : desk.press(asked, written ?? sections));
    await publish(client, body.user.id, asked, turn, isSearch ? written : undefined);
  });

  async function publish(client: webApi.WebClient, user: string, {key}: Asked, turn: Turn, searched?: string) {
    if (turn.type !== 'say') return;
    try {
      await persist(() => client.views.publish({user_id: user, view: homeView(turn.reply, searched)}));
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      log.error(`Slack request ${key} could not be shown in App Home: ${failure.message}.`);
    }
  }
}

/** Nobody else sees App Home. */
function homeAsked(team: string, user: string, id: string): Asked {
  return askedOf({team, channel: `home-${user}`, user, setting: 'direct', id});
}

function homeView(reply: Reply, searched: string | undefined): types.HomeView {
  // Slack shows buttons of feedback in messages only. Source: Block Kit reference, "Context actions block".
  const next = reply.next.filter(({action}) => action.type !== 'rate');
  const {blocks} = replyToSlack({...reply, next});
  const isStart = reply.outcome === 'page' && next.length === 0;
  const hasWayBack = isStart || next.some(({action}) => action.type === 'browse' && !action.section);
  return {type: 'home', blocks: [searchField(searched), ...blocks, ...(hasWayBack ? [] : [wayBack])]};
}

function searchField(searched: string | undefined): types.InputBlock {
  return {
    type: 'input',
    dispatch_action: true,
    optional: true,
    label: plainText('Ask the BPF HOWTO'),
    element: {
      type: 'plain_text_input',
      action_id: searchId,
      placeholder: plainText('Where do I send my patches?'),
      dispatch_action_config: {trigger_actions_on: ['on_enter_pressed']},
      ...(searched === undefined ? {} : {initial_value: searched.slice(0, 3000)}),
    },
  };
}

const wayBack: types.ActionsBlock = {
  type: 'actions',
  elements: [
    {
      type: 'button',
      action_id: 'home:sections',
      text: plainText('All sections'),
      value: sections,
    },
  ],
};
