/**
 * What stands between the open network and Slack's library: old and future requests, bodies beyond a limit, paths that
 * nobody serves, and a log that strangers cannot fill.
 *
 * Source: Slack, "Verifying requests from Slack". Bolt 5.1.0 takes timestamps of the future.
 */
import type {RequestListener, ServerResponse} from 'node:http';
import type {Log} from '../log.js';

const windowSeconds = 5 * 60;
export const maxBodyBytes = 1024 * 1024;
const tellEveryMs = 60_000;

/**
 * @param listener Bolt's; it throws for paths that it does not serve.
 * @param now Milliseconds since the epoch.
 */
export function guarded(listener: RequestListener, now: () => number, log: Log): RequestListener {
  let toldAt = -Infinity;
  const tellRefusal = () => {
    if (now() - toldAt < tellEveryMs) return;
    toldAt = now();
    log.warn(
      'A request to /slack/events was refused: it is not signed with SLACK_SIGNING_SECRET, or its time is more than 5 minutes off. ' +
        'If it was Slack’s, compare the secret at api.slack.com/apps, your app, Basic Information, and the clock of this machine.',
    );
  };
  return (request, response) => {
    response.on('finish', () => {
      if (response.statusCode === 401) tellRefusal();
    });
    const stamp = request.headers['x-slack-request-timestamp'];
    // Without one, Bolt itself refuses all but a check of the certificate.
    const isInTime = stamp === undefined || Math.abs(now() / 1000 - Number(stamp)) <= windowSeconds;
    const isTooLong = Number(request.headers['content-length'] ?? '0') > maxBodyBytes;
    try {
      if (isInTime && !isTooLong) listener(request, response);
      else refuse(response, isTooLong ? 413 : 401);
    } catch {
      refuse(response, 404);
    }
  };
}

/** The body is not read, so the connection cannot be used again. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {connection: 'close'}).end();
}
