/**
 * HTTP mode: requests signed as Slack signs them.
 * Source: Slack, "Verifying requests from Slack"; "The Events API", "Retries".
 */
import {createHmac, randomBytes} from 'node:crypto';
import {markAcked, markSent, type Attempt, type Delivery, type Signing, type Transport} from './delivery.js';
import {textOf, unpack, type Fields} from './fields.js';
import type {Platform} from './platform.js';

const windowSeconds = 300;

export interface Response {
  readonly status: number;
  readonly body: unknown;
  readonly noRetry: boolean;
}

export class Requests implements Transport {
  /** @param target The app's request URL, such as `http://127.0.0.1:3000/slack/events`. */
  constructor(
    private readonly platform: Platform,
    private readonly target: string,
    private readonly ackMs: number,
  ) {}

  async send(delivery: Delivery, attempt: Attempt, signing: Signing): Promise<void> {
    const retry: Record<string, string> =
      attempt.number === 0
        ? {}
        : {'X-Slack-Retry-Num': String(attempt.number), 'X-Slack-Retry-Reason': attempt.reason ?? 'http_timeout'};
    markSent(attempt);
    try {
      const {status, body, noRetry} = await this.post(...encode(delivery), signing, retry);
      attempt.status = status;
      attempt.noRetry = noRetry;
      if (body !== '') attempt.body = typeof body === 'string' ? {text: body} : body;
      if (status >= 200 && status < 300) {
        markAcked(attempt);
        return;
      }
      attempt.failure = 'http_error';
      if (signing === 'good') this.platform.violate('refused', delivery.kind, `HTTP status ${status}`);
    } catch (error) {
      attempt.failure = error instanceof Error && error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed';
      if (attempt.failure === 'http_timeout')
        this.platform.violate('late-ack', delivery.kind, `no acknowledgement in ${this.ackMs} ms`);
    }
  }

  /** Send any body under a signature. */
  async post(
    body: string,
    type: string,
    signing: Signing = 'good',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const answer = await fetch(this.target, {
      method: 'POST',
      headers: {'Content-Type': type, ...this.#signature(body, signing), ...headers},
      body,
      signal: AbortSignal.timeout(this.ackMs),
    });
    const text = await answer.text();
    const noRetry = answer.headers.get('X-Slack-No-Retry') === '1';
    return {status: answer.status, body: unpack(text) ?? text, noRetry};
  }

  /** The check Slack makes when a request URL is entered: it expects the challenge back. */
  async verifyUrl(signing: Signing = 'good'): Promise<{readonly passed: boolean; readonly response: Response}> {
    const challenge = randomBytes(24).toString('hex');
    const {verificationToken: token} = this.platform.app;
    const body = JSON.stringify({token, challenge, type: 'url_verification'});
    const response = await this.post(body, 'application/json', signing);
    const said = typeof response.body === 'string' ? response.body : JSON.stringify(response.body);
    return {passed: response.status === 200 && said.includes(challenge), response};
  }

  /** The check of a certificate: a form without a signature. */
  checkSsl(): Promise<Response> {
    return this.post(`ssl_check=1&token=${this.platform.app.verificationToken}`, formType, 'none');
  }

  #signature(body: string, signing: Signing): Readonly<Record<string, string>> {
    if (signing === 'none') return {};
    const shift = signing === 'stale' ? -windowSeconds - 60 : signing === 'future' ? windowSeconds + 60 : 0;
    const timestamp = String(Math.floor(this.platform.now() / 1000) + shift);
    const secret = signing === 'bad' ? 'another secret' : this.platform.app.signingSecret;
    return {'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': sign(secret, timestamp, body)};
  }
}

const formType = 'application/x-www-form-urlencoded';

/** `v0=` and the HMAC-SHA256 of `v0:timestamp:body` in hex. */
export function sign(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function encode({kind, payload}: Delivery): [body: string, type: string] {
  switch (kind) {
    case 'events_api':
      return [JSON.stringify(payload), 'application/json'];
    case 'interactive':
      return [new URLSearchParams({payload: JSON.stringify(payload)}).toString(), formType];
    case 'slash_commands':
      return [new URLSearchParams(textFields(payload)).toString(), formType];
  }
}

function textFields(payload: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOf(value) ?? '']));
}
