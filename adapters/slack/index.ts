/**
 * Slack: what people say and press there is brought to the desk, and what the desk decides is done there.
 */
import type {Desk} from '../../bot/desk.js';
import {downloadMs} from '../download.js';
import type {HttpServer} from '../http/server.js';
import type {Log} from '../log.js';
import {PlatformError, type Connection, type Platform, type Watch} from '../platform.js';
import type {SlackSetup} from '../platforms.js';
import {listenToActions} from './actions.js';
import {createApp, type SlackApp} from './app.js';
import {withoutSecrets} from './bolt-log.js';
import {listenToCommands} from './commands.js';
import {listenToDepartures} from './departures.js';
import {listenToEdits} from './edits.js';
import {slackFiles} from './files.js';
import {listenToHome} from './home.js';
import {guarded} from './http-guard.js';
import {createInFlight, type InFlight} from './in-flight.js';
import {tokenGone} from './operator-error.js';
import {listenToQuestions} from './questions.js';
import {listenToShortcut} from './shortcut.js';
import {keepSocket, type Socket} from './socket.js';
import {createVoice} from './voice.js';

/** How long answers in flight are waited for. */
const settleMs = 5000;

/** Changes for tests, which do not want to wait. */
export interface SlackKnobs {
  /** How long Slack may take to give a file. */
  readonly downloadMs: number;
}

/** @param http Where Slack's requests come in, in HTTP mode, and people who install the app by OAuth. */
export function createSlack(
  setup: SlackSetup,
  http: HttpServer | undefined,
  log: Log,
  knobs: SlackKnobs = {downloadMs},
): Platform {
  return {name: 'Slack', connect: (desk, watch) => connect({setup, knobs}, desk, watch, http, log)};
}

async function connect(
  {setup, knobs}: {readonly setup: SlackSetup; readonly knobs: SlackKnobs},
  desk: Desk,
  watch: Watch,
  http: HttpServer | undefined,
  log: Log,
): Promise<Connection> {
  const slack = await createApp(setup, log);
  const inFlight = createInFlight();
  const files = slackFiles({fetch, timeoutMs: knobs.downloadMs, apiUrl: setup.apiUrl});
  const listening = {app: slack.app, desk, voice: createVoice(log), inFlight, files};
  let end: (reason: Error) => void = () => undefined;
  const departed = new Promise<Error>((resolve) => (end = resolve));
  slack.app.use(({next}) => inFlight.run(next));
  slack.app.error((error) => {
    log.error(`Slack: ${withoutSecrets(error.stack ?? error.message)}`);
    return Promise.resolve();
  });
  listenToCommands(listening);
  listenToQuestions(listening);
  listenToEdits(listening);
  listenToShortcut(listening);
  listenToActions(listening);
  listenToHome(listening, log);
  listenToDepartures(listening, slack.installations, (error) => end(tokenGone('SLACK_BOT_TOKEN', error)));
  const unmount = mount(slack, http, log);
  const socket = slack.client && keepSocket(slack.client, watch, log);
  try {
    await socket?.open();
  } catch (error) {
    unmount();
    throw error;
  }
  return {
    ended: socket ? Promise.race([socket.ended, departed]) : departed,
    close: () => leave(socket, unmount, inFlight),
  };
}

/** @returns Undoes it. */
function mount({listener}: SlackApp, http: HttpServer | undefined, log: Log): () => void {
  if (!listener) return () => undefined;
  if (!http) throw new PlatformError('Slack needs a port for its requests. Set PORT.');
  return http.mount(
    '/slack/',
    guarded(listener, () => Date.now(), log),
  );
}

/** Take nothing new, then finish what is in flight. */
async function leave(socket: Socket | undefined, unmount: () => void, inFlight: InFlight): Promise<void> {
  unmount();
  await socket?.close();
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([inFlight.settled(), new Promise<void>((resolve) => (timer = setTimeout(resolve, settleMs)))]);
  clearTimeout(timer);
}
