/**
 * The loopback Slack as a process of its own: prints one line of JSON with its addresses and tokens, ends with its
 * standard input or by a signal.
 */
import {startControl} from './control.js';
import {startSlack} from './index.js';

const slack = await startSlack({retryDelaysMs: [0, 60_000, 300_000]});
const control = await startControl(slack);
const {url, apiUrl, botToken, appToken, signingSecret} = slack;
console.log(JSON.stringify({url, apiUrl, botToken, appToken, signingSecret, controlUrl: control.url}));

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  control.server.closeAllConnections();
  control.server.close();
  await slack.stop();
  process.stdin.destroy();
};
process.stdin.resume().once('end', () => void stop());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
