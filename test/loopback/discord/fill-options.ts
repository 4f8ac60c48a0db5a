/** From option values to what an interaction carries, held against the registered command. */
import {ApplicationCommandOptionType as Kind, type APIApplicationCommandOption, type APIAttachment} from 'discord.js';
import type {Command, World} from './model.js';
import {memberPayload} from './payloads.js';

/** A value as typed; an attachment stands for a file that was dropped in. */
export type OptionValue = string | number | boolean | APIAttachment;

export interface Filled {
  readonly options: readonly object[];
  readonly resolved?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Line {
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** @throws Error where a person could not have sent this. */
export function fillOptions(world: World, command: Command, line: Line, focused?: string): Filled {
  const {subcommand, options: given = {}} = line;
  const top = command.options ?? [];
  const sub = subcommand === undefined ? undefined : top.find(({name}) => name === subcommand);
  if (subcommand !== undefined && sub?.type !== Kind.Subcommand)
    throw new Error(`/${command.name} has no ${subcommand}.`);
  if (!sub && top.some(({type}) => type === Kind.Subcommand)) throw new Error(`/${command.name} wants a subcommand.`);
  const known: readonly APIApplicationCommandOption[] = sub?.type === Kind.Subcommand ? (sub.options ?? []) : top;
  const missing = known.find(({name, required}) => required === true && !(name in given));
  if (missing && focused === undefined) throw new Error(`/${command.name} wants ${missing.name}.`);
  const resolved: Record<string, Record<string, unknown>> = {};
  const options = Object.entries(given).map(([name, value]) => {
    const option = known.find((one) => one.name === name);
    if (!option) throw new Error(`/${command.name} has no option ${name}.`);
    if (focused === undefined) refuseMisfit(option, value);
    const filled = {name, type: option.type, value: resolve(world, option, value, resolved)};
    return name === focused ? {...filled, focused: true} : filled;
  });
  const nested = sub ? [{name: sub.name, type: sub.type, options}] : options;
  return Object.keys(resolved).length > 0 ? {options: nested, resolved} : {options: nested};
}

function refuseMisfit(option: APIApplicationCommandOption, value: OptionValue): void {
  const fail = (why: string): never => {
    throw new Error(`Option ${option.name} ${why}.`);
  };
  const wanted: Partial<Record<Kind, string>> = {
    [Kind.String]: 'string',
    [Kind.Integer]: 'number',
    [Kind.Number]: 'number',
    [Kind.Boolean]: 'boolean',
    [Kind.Attachment]: 'object',
  };
  const type = wanted[option.type] ?? 'string';
  if (typeof value !== type) fail(`wants a ${type}`);
  if (option.type === Kind.Integer && !Number.isInteger(value)) fail('wants a whole number');
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) fail('has no such choice');
  if (typeof value === 'number' && 'min_value' in option && value < (option.min_value ?? value)) fail('is too small');
  if (typeof value === 'number' && 'max_value' in option && value > (option.max_value ?? value)) fail('is too large');
  const length = typeof value === 'string' ? value.length : undefined;
  if (length !== undefined && option.type === Kind.String) {
    if (length > (option.max_length ?? 6000)) fail('is too long');
    if (length < (option.min_length ?? 0)) fail('is too short');
  }
}

function resolve(
  world: World,
  option: APIApplicationCommandOption,
  value: OptionValue,
  resolved: Record<string, Record<string, unknown>>,
): string | number | boolean {
  const put = (kind: string, id: string, what: unknown): void => void ((resolved[kind] ??= {})[id] = what);
  if (typeof value === 'object') {
    put('attachments', value.id, {...value, ephemeral: true});
    return value.id;
  }
  if (option.type === Kind.User && typeof value === 'string') {
    put('users', value, world.users.get(value));
    put('members', value, {...memberPayload(), permissions: '0'});
  }
  if (option.type === Kind.Channel && typeof value === 'string') {
    const channel = world.channels.get(value);
    put('channels', value, {id: value, name: channel?.name, type: channel?.type, permissions: '0'});
  }
  return value;
}
