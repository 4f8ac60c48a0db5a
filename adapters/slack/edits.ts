/**
 * Edits of questions: the bot's answer follows them.
 */
import type {Listening} from './listener.js';
import {attachedTo, hear, isForBot, questionOf} from './questions.js';
import {isByPerson, type RawMessage} from './raw-message.js';

export function listenToEdits(listening: Listening): void {
  const {app, desk, voice, inFlight, files} = listening;
  app.event('message', async ({event, client, context, body}) => {
    if (event.subtype !== 'message_changed') return;
    const {channel, channel_type} = event;
    const botUser = context.botUserId ?? '';
    const surroundings = {client, team: context.teamId ?? body.team_id, channel, botUser};
    const before = {...(event.previous_message as RawMessage), channel_type};
    const message: RawMessage = {...(event.message as RawMessage), channel_type};
    // Slack also tells of links that were unfolded and of replies, where the text is the same.
    if (!isByPerson(message) || message.text === before.text || !isForBot(message, botUser)) return;
    // The bot's name was put in: this is the question, and comes as a mention too.
    if (!isForBot(before, botUser)) return hear(listening, message, surroundings);
    const attached = await attachedTo(message, surroundings, files);
    const {asked, text, scene} = questionOf(message, surroundings, attached, message.edited?.ts ?? event.event_ts);
    const askedAt = new Date(Number(message.ts) * 1000);
    const first = questionOf(message, surroundings, attached);
    await inFlight.inTurn(first.asked.key, async () => voice.correct(await desk.correct(asked, text, askedAt), scene));
  });
}
