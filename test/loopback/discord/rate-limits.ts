/**
 * Buckets per route and resource, and 50 requests a second for the whole bot.
 *
 * Interaction callbacks and webhooks do not count for the 50. Source: Discord documentation, "Rate Limits"; the sizes
 * of buckets are not documented and follow what clients report.
 */
export interface RateLimits {
  /** Requests a second for everything but interactions; `Infinity` switches it off. */
  readonly globalPerSecond: number;
  /** Whether buckets run out; when false their headers only tell of a large one. */
  readonly buckets: boolean;
}

export interface Limited {
  readonly headers: Readonly<Record<string, string>>;
  /** Set where the request is refused. */
  readonly refused?: {readonly retryAfterS: number; readonly global: boolean};
}

interface Window {
  startMs: number;
  used: number;
}

/** Requests and milliseconds of a route's bucket. */
function bucketSize(route: string): {readonly limit: number; readonly perMs: number} {
  if (/^(POST|PATCH|DELETE) .*messages/.test(route)) return {limit: 5, perMs: 5000};
  if (route.startsWith('PUT /applications')) return {limit: 5, perMs: 20_000};
  return {limit: 50, perMs: 1000};
}

export function createRateLimits({globalPerSecond, buckets}: RateLimits, now: () => number) {
  const windows = new Map<string, Window>();
  const use = (key: string, perMs: number): Window => {
    const nowMs = now();
    const old = windows.get(key);
    const window = old && nowMs < old.startMs + perMs ? old : {startMs: nowMs, used: 0};
    windows.set(key, window);
    window.used += 1;
    return window;
  };
  return (route: string, resource: string, exempt: boolean): Limited => {
    if (!exempt) {
      const {startMs, used} = use('global', 1000);
      if (used > globalPerSecond) {
        const retryAfterS = Math.max(startMs + 1000 - now(), 1) / 1000;
        return {
          headers: {'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global'},
          refused: {retryAfterS, global: true},
        };
      }
    }
    const {limit, perMs} = buckets ? bucketSize(route) : {limit: 10_000, perMs: 1000};
    const {startMs, used} = use(`${route} ${resource}`, perMs);
    const resetMs = startMs + perMs;
    const headers = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(limit - used, 0)),
      'X-RateLimit-Reset': (resetMs / 1000).toFixed(3),
      'X-RateLimit-Reset-After': (Math.max(resetMs - now(), 1) / 1000).toFixed(3),
      'X-RateLimit-Bucket': Buffer.from(route).toString('hex').slice(0, 32),
    };
    if (used <= limit) return {headers};
    const refused = {retryAfterS: Math.max(resetMs - now(), 1) / 1000, global: false};
    return {headers: {...headers, 'X-RateLimit-Scope': 'user'}, refused};
  };
}
