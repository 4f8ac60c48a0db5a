/**
 * How long questions took, from being sent to being acknowledged and answered.
 */
import type {Delivery} from './delivery.js';
import {isFields, textOf} from './fields.js';
import type {LoopbackSlack} from './index.js';

export interface Timing {
  readonly kind: 'command' | 'mention' | 'direct';
  /** Undefined where it was never acknowledged. */
  readonly ackedMs: number | undefined;
  /** Undefined where no answer is there. */
  readonly answeredMs: number | undefined;
}

/** All questions so far, in the order they were asked. */
export function timingsOf({deliveries, platform, answersAt}: LoopbackSlack): readonly Timing[] {
  const answeredAt = ({kind, payload}: Delivery): number | undefined => {
    if (kind === 'slash_commands') return answersAt(textOf(payload.response_url) ?? '');
    const workspace = platform.workspaces.get(textOf(payload.team_id) ?? '');
    const event = isFields(payload.event) ? payload.event : {};
    const question = workspace?.message(textOf(event.channel) ?? '', textOf(event.ts) ?? '');
    return question && workspace?.answersTo(question)[0]?.postedAt;
  };
  return deliveries.flatMap((delivery) => {
    const kind = kindOf(delivery);
    const first = delivery.attempts[0];
    if (!kind || first?.sentAt === undefined) return [];
    const at = answeredAt(delivery);
    return [{kind, ackedMs: first.ackedAfterMs, answeredMs: at === undefined ? undefined : at - first.sentAt}];
  });
}

function kindOf({kind, payload}: Delivery): Timing['kind'] | undefined {
  if (kind === 'slash_commands') return 'command';
  const event = isFields(payload.event) ? payload.event : {};
  if (event.type === 'app_mention') return 'mention';
  const asked = event.type === 'message' && event.channel_type === 'im' && event.subtype === undefined;
  return asked && event.bot_id === undefined ? 'direct' : undefined;
}
