/**
 * Every body the bot sends is held against Discord's document and rules, and against the project's own: a message says
 * whom it may mention.
 */
import {InteractionResponseType as Kind} from 'discord.js';
import {record, type Call} from './call.js';
import {choiceProblems, commandsProblems} from './command-rules.js';
import type {FormError} from './discord-error.js';
import {messageProblems, modalProblems} from './message-rules.js';
import {loadShapes} from './shapes.js';

export interface Check {
  /** Notes violations, and returns those that Discord answers with an error. */
  readonly check: (call: Call) => readonly FormError[];
  readonly shapesChecked: boolean;
}

export function createCheck(routes: readonly string[]): Check {
  const shapes = loadShapes(routes);
  return {
    shapesChecked: shapes !== undefined,
    check(call) {
      const {world, route, body} = call;
      const note = (rule: string): void => void world.violations.push({where: route, rule});
      const form = [...ruleProblems(route, body), ...(shapes?.(route, body) ?? [])];
      for (const {path, message} of form) note(`${path === '' ? 'body' : path}: ${message}`);
      const message = messageOf(route, body);
      if (message && !('allowed_mentions' in message)) note('allowed_mentions is missing');
      return form;
    },
  };
}

function ruleProblems(route: string, body: unknown): FormError[] {
  if (route.startsWith('PUT /applications')) return commandsProblems(body);
  if (route.startsWith('POST /applications')) return commandsProblems([body]);
  if (route.startsWith('POST /interactions')) return callbackProblems(body);
  return isMessageRoute(route) ? messageProblems(body) : [];
}

function callbackProblems(body: unknown): FormError[] {
  const {type, data} = record(body);
  switch (type as Kind) {
    case Kind.ChannelMessageWithSource:
    case Kind.UpdateMessage:
      return messageProblems(data, 'data');
    case Kind.ApplicationCommandAutocompleteResult:
      return choiceProblems(record(data).choices, 'data.choices');
    case Kind.Modal:
      return modalProblems(data);
    default:
      return [];
  }
}

/** The part of a body that makes people see something new, if any. */
function messageOf(route: string, body: unknown): Readonly<Record<string, unknown>> | undefined {
  const {type, data} = record(body);
  const isReply = type === Kind.ChannelMessageWithSource || type === Kind.UpdateMessage;
  const message = isMessageRoute(route) ? record(body) : isReply ? record(data) : undefined;
  return message && ['content', 'embeds', 'components'].some((key) => key in message) ? message : undefined;
}

function isMessageRoute(route: string): boolean {
  return /^(POST|PATCH) (\/channels\/:channel\/messages(\/:message)?|\/webhooks\/\S+)$/.test(route);
}
