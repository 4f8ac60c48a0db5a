/**
 * `/bpf-howto` and what follows it. The answer comes by the command's response_url, for the asker alone, also where the
 * bot is no member.
 */
import {askedOf} from './asked.js';
import {incomingText} from './incoming-text.js';
import {acknowledge, type Listening} from './listener.js';

export function listenToCommands({app, desk, voice}: Listening): void {
  app.command('/bpf-howto', async ({command, ack, client}) => {
    await acknowledge(ack);
    const {team_id: team, channel_id: channel, user_id: user, user_name: name, trigger_id: id} = command;
    const asked = askedOf({team, channel, user, name, setting: 'private', id});
    const turn = await desk.hear(asked, incomingText(command.text));
    await voice.speak(turn, {
      key: asked.key,
      client,
      user,
      channel,
      isDirect: false,
      responseUrl: command.response_url,
    });
  });
}
