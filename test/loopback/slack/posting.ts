/**
 * Messages come, change and go, and the app hears of it where it listens: also of its own, as on Slack.
 */
import {changedEvent, deletedEvent, hearsMessages, messageEvent} from './events.js';
import type {Platform} from './platform.js';
import type {Content, Message, Workspace} from './workspace.js';

export function announce(platform: Platform, workspace: Workspace, message: Message): void {
  const channel = workspace.channel(message.channel);
  if (message.ephemeralTo === undefined && hearsMessages(platform, workspace, channel))
    platform.tell(workspace, messageEvent(platform, workspace, channel, message));
  platform.changed();
}

export function changeMessage(platform: Platform, workspace: Workspace, message: Message, content: Content): void {
  const before = message.content;
  workspace.change(message, content);
  const channel = workspace.channel(message.channel);
  if (message.ephemeralTo === undefined && hearsMessages(platform, workspace, channel))
    platform.tell(workspace, changedEvent(platform, workspace, channel, message, before));
  platform.changed();
}

export function deleteMessage(platform: Platform, workspace: Workspace, message: Message): void {
  const channel = workspace.channel(message.channel);
  const event = deletedEvent(platform, workspace, channel, message);
  message.deleted = true;
  if (message.ephemeralTo === undefined && hearsMessages(platform, workspace, channel)) platform.tell(workspace, event);
  platform.changed();
}
