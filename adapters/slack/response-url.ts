/**
 * Answering by response_url: the address that comes with a command or a press and that answers it also where the bot is
 * no member. It holds for 5 answers and 30 minutes.
 *
 * Bolt's own `respond` neither repeats a call nor ends it, so this one is ours.
 * Source: Slack, "Handling user interaction", "Message responses".
 */
import type {types} from '@slack/bolt';
import {saidNo, SlackFailure, unanswered, type Reason} from './failure.js';

const timeoutMs = 5000;

export type ResponseBody =
  | {readonly delete_original: true}
  | {
      readonly text: string;
      readonly blocks?: readonly types.KnownBlock[];
      readonly response_type: 'ephemeral' | 'in_channel';
      readonly replace_original: boolean;
      readonly thread_ts?: string;
      readonly unfurl_links: false;
      readonly unfurl_media: false;
      readonly mrkdwn: false;
    };

/** @throws SlackFailure */
export async function answerByUrl(url: string, body: ResponseBody): Promise<void> {
  const {status, headers, text} = await post(url, body);
  if (status === 200) return;
  const error = errorIn(text);
  const seconds = Number(headers.get('retry-after') ?? '1');
  const reason: Reason =
    status === 429
      ? {type: 'limited', waitMs: Number.isFinite(seconds) ? seconds * 1000 : 1000}
      : error !== undefined
        ? saidNo(error)
        : status >= 500
          ? {type: 'down', error: `HTTP status ${status}`}
          : {type: 'refused', error: `HTTP status ${status}`};
  throw new SlackFailure(reason);
}

async function post(url: string, body: ResponseBody) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json; charset=utf-8'},
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {status: response.status, headers: response.headers, text: await response.text()};
  } catch (error) {
    throw new SlackFailure(unanswered(error as Error), error);
  }
}

function errorIn(text: string): string | undefined {
  try {
    const {error} = JSON.parse(text) as {readonly error?: unknown};
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined;
  }
}
