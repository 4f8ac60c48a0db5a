/**
 * What happens to the app in a workspace, other than by what people say.
 */
import type {Delivery} from './delivery.js';
import {wrapEvent} from './events.js';
import type {Fields} from './fields.js';
import type {Platform} from './platform.js';
import type {Deliver} from './say.js';
import type {Channel, Workspace} from './workspace.js';

export class Happenings {
  constructor(
    private readonly platform: Platform,
    private readonly deliver: Deliver,
  ) {}

  /** Remove the app: its token dies, then it is told, first that its tokens are revoked. */
  uninstall(workspace: Workspace): void {
    const bot = this.revoke(workspace);
    this.platform.tell(workspace, {type: 'tokens_revoked', tokens: {oauth: [], bot}});
    this.platform.tell(workspace, {type: 'app_uninstalled'});
  }

  /** Revoke the token without removing the app. */
  revokeTokens(workspace: Workspace): void {
    const bot = this.revoke(workspace);
    this.platform.tell(workspace, {type: 'tokens_revoked', tokens: {oauth: [], bot}});
  }

  /** Let somebody join a channel; the bot where nobody is named. */
  join(workspace: Workspace, channel: Channel, user = workspace.installation?.botUser ?? ''): void {
    channel.members.add(user);
    const channel_type = channel.type === 'channel' ? 'C' : 'G';
    const event_ts = workspace.nextTs();
    if (!this.platform.app.events.includes('member_joined_channel')) return;
    const event = {
      type: 'member_joined_channel',
      user,
      channel: channel.id,
      channel_type,
      team: workspace.id,
      event_ts,
    };
    this.platform.tell(workspace, event);
  }

  /** Tell the app that events were held back: a payload without an event. */
  rateLimited(workspace: Workspace): Delivery {
    const {verificationToken: token, id: api_app_id} = this.platform.app;
    const minute_rate_limited = Math.floor(this.platform.now() / 60_000) * 60;
    const payload = {token, type: 'app_rate_limited', team_id: workspace.id, minute_rate_limited, api_app_id};
    return this.deliver('events_api', payload);
  }

  /** Deliver an event again: the same one, or with an event id of its own as Slack at times does. */
  repeat({kind, payload}: Delivery, eventId: 'same' | 'new' = 'same'): Delivery {
    const event_id = eventId === 'new' ? this.platform.newId('Ev') : payload.event_id;
    return this.deliver(kind, kind === 'events_api' ? {...payload, event_id} : payload);
  }

  /** Tell the app any event at all. */
  tell(workspace: Workspace, event: Fields): Delivery {
    return this.deliver('events_api', wrapEvent(this.platform, workspace, event));
  }

  private revoke({installation}: Workspace): readonly string[] {
    if (!installation) return [];
    installation.revoked = true;
    return [installation.botUser];
  }
}
