/** The loopback Slack as a process of its own, driven from here. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';

it('starts, is driven, tells and ends', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', fileURLToPath(import.meta.resolve('tsx')), main]);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const {controlUrl, apiUrl, botToken} = JSON.parse(line.toString('utf8')) as Record<string, string>;
  const post = async (url: string, body: object): Promise<Record<string, unknown>> => {
    const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${botToken ?? ''}`};
    const answer = await fetch(url, {method: 'POST', headers, body: JSON.stringify(body)});
    return (await answer.json()) as Record<string, unknown>;
  };
  expect(await post(`${apiUrl ?? ''}auth.test`, {})).toMatchObject({ok: true, user: 'bpf-howto'});
  const {ts} = await post(`${controlUrl ?? ''}/mention`, {text: 'how?'});
  expect(await post(`${controlUrl ?? ''}/state`, {})).toMatchObject({messages: [{ts}], unacked: 2});
  const flood = {kind: 'command', texts: ['how?', 'where?'], count: 3, perSecond: 1000, graceMs: 0};
  const nobodyAnswers = {acknowledgedMs: [], answeredMs: [], lost: 3};
  expect(await post(`${controlUrl ?? ''}/flood`, flood)).toEqual(nobodyAnswers);
  expect(await post(`${controlUrl ?? ''}/sing`, {})).toHaveProperty('error');
  child.stdin.end();
  expect(await once(child, 'close')).toEqual([0, null]);
});
