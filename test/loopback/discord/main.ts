/**
 * The loopback Discord as a process of its own: `tsx test/loopback/discord/main.ts [port [control port]]`.
 *
 * It prints one line of JSON with its addresses and ends on SIGTERM or SIGINT.
 */
import process from 'node:process';
import {startControl} from './control.js';
import {startDiscord} from './index.js';

const [port = '0', controlPort = '0'] = process.argv.slice(2);
const discord = await startDiscord({port: Number(port)});
const control = await startControl(discord, Number(controlPort));
const {apiUrl, token, guild, channel} = discord;
process.stdout.write(`${JSON.stringify({apiUrl, token, guild, channel, controlUrl: control.url})}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void Promise.all([control.stop(), discord.stop()]);
  });
}
