/**
 * A Slack and a Discord on loopback, each a process of its own, for one bot; and how questions are asked on them.
 */
import {fileURLToPath} from 'node:url';
import {startChild, type Child} from './child.js';

export interface Loopbacks {
  /** Settings of the bot, by which it finds both. */
  readonly env: Readonly<Record<string, string>>;
  ask(load: Load): Promise<Asked>;
  end(): Promise<void>;
}

export interface Load {
  readonly platform: 'Slack' | 'Discord';
  readonly kind: 'command' | 'mention';
  readonly perSecond: number;
  /** Each is asked once. */
  readonly questions: readonly string[];
}

/** Milliseconds from sending. */
export interface Asked {
  readonly acknowledgedMs: readonly number[];
  readonly answeredMs: readonly number[];
  readonly lost: number;
}

interface SlackAddresses {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly controlUrl: string;
}

interface DiscordAddresses {
  readonly apiUrl: string;
  readonly token: string;
  readonly controlUrl: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function startLoopbacks(): Promise<Loopbacks> {
  const children = ['slack', 'discord'].map(startLoopback);
  const end = async () => {
    await Promise.all(children.map((child) => child.end()));
  };
  try {
    const [slackLine = '', discordLine = ''] = await Promise.all(children.map((child) => child.line(jsonOf)));
    const slack = JSON.parse(slackLine) as SlackAddresses;
    const discord = JSON.parse(discordLine) as DiscordAddresses;
    return {
      env: {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
      },
      ask: async ({platform, kind, perSecond, questions}) => {
        const pace = {count: questions.length, perSecond};
        return (await (platform === 'Slack'
          ? post(`${slack.controlUrl}/flood`, {...pace, kind, texts: questions})
          : post(`${discord.controlUrl}/flood`, {...pace, [kind]: sayings(kind, questions)}))) as Asked;
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The command of every question, or the message. */
function sayings(kind: Load['kind'], questions: readonly string[]): object[] {
  return kind === 'mention'
    ? questions.map((text) => ({text}))
    : questions.map((question) => ({name: 'bpf-howto', subcommand: 'ask', options: {question}}));
}

function startLoopback(name: string): Child {
  // Bodies are not checked here: that would take time from whoever sends the richer ones.
  const env = {BPF_HOWTO_SHARED: 'absent'};
  return startChild(['--import', 'tsx', `test/loopback/${name}/main.ts`], env, root);
}

function jsonOf(line: string): string | undefined {
  return line.startsWith('{') ? line : undefined;
}

/** @throws With what the loopback says is wrong. */
async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {method: 'POST', body: JSON.stringify(body)});
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Register the bot's command on a Discord, for a bot that does not do so itself. */
export async function registerCommand({env}: Loopbacks): Promise<void> {
  const api = `${env.DISCORD_API_URL ?? ''}/v10`;
  const headers = {authorization: `Bot ${env.DISCORD_TOKEN ?? ''}`, 'content-type': 'application/json'};
  const question = {type: 3, name: 'question', description: 'What is asked', required: true};
  const ask = {type: 1, name: 'ask', description: 'Ask', options: [question]};
  const body = JSON.stringify([{name: 'bpf-howto', description: 'Ask', options: [ask]}]);
  const {id} = (await (await fetch(`${api}/users/@me`, {headers})).json()) as {readonly id: string};
  const response = await fetch(`${api}/applications/${id}/commands`, {method: 'PUT', headers, body});
  if (!response.ok) throw new Error(`The command was not registered: ${await response.text()}`);
}
