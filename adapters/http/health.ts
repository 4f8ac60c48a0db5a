/**
 * Health: `/healthz` says that the process lives, `/readyz` whether it answers questions somewhere, and what is wrong.
 */
import type {Knowledge} from '../../knowledge/index.js';
import type {PlatformState} from '../supervisor.js';
import type {Page} from './server.js';

/** @param states Of every configured platform, now. */
export function healthPages(
  states: () => readonly PlatformState[],
  knowledge: () => Knowledge,
  version: string,
): Readonly<Record<'/healthz' | '/readyz', Page>> {
  return {
    '/healthz': () => ({status: 200, body: {status: 'alive', version}}),
    '/readyz': () => {
      const platforms = states();
      const ready = platforms.filter(({state}) => state === 'ready').length;
      // One platform that is down must not take the other out of a balancer.
      const status = ready === platforms.length ? 'ready' : ready > 0 ? 'degraded' : 'not ready';
      return {
        status: ready > 0 ? 200 : 503,
        body: {
          status,
          version,
          platforms: platforms.map(({name, state, since, reason}) => ({
            name,
            state,
            since: since.toISOString(),
            reason: reason ?? null,
          })),
          documents: knowledge().documents.map(({name, revision, entryCount, damage}) => ({
            name,
            revision,
            entries: entryCount,
            damage: damage?.reasons ?? [],
          })),
        },
      };
    },
  };
}
