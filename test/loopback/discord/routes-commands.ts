/**
 * Commands of the application, global and of one guild.
 *
 * A PUT replaces them all; a command of the same type and name keeps its id. Source: Discord documentation,
 * "Application Commands", "Bulk Overwrite Global Application Commands".
 */
import {ApplicationCommandType} from 'discord.js';
import {noContent, ok, param, record, type Call, type Routes} from './call.js';
import {DiscordError} from './discord-error.js';
import type {Command} from './model.js';

const global = '/applications/:app/commands';
const ofGuild = '/applications/:app/guilds/:guild/commands';

export const commandRoutes: Routes = Object.fromEntries(
  [global, ofGuild].flatMap((path): [string, Routes[string]][] => [
    [`GET ${path}`, (call) => ok(commandsOf(call))],
    [`PUT ${path}`, (call) => ok(replaceAll(call))],
    [`POST ${path}`, (call) => ok(add(call))],
    [`DELETE ${path}/:command`, (call) => (remove(call), noContent)],
  ]),
);

function scopeOf(call: Call): string {
  if (param(call, 'app') !== call.world.bot.id) throw new DiscordError(20012);
  const {guild} = call.params;
  if (guild !== undefined && !call.world.guilds.has(guild)) throw new DiscordError(50001);
  return guild ?? 'global';
}

function commandsOf(call: Call): Command[] {
  return call.world.commands.get(scopeOf(call)) ?? [];
}

function replaceAll(call: Call): Command[] {
  const old = commandsOf(call);
  const given = Array.isArray(call.body) ? call.body : [];
  const fresh = given.map((body) => complete(call, old, body));
  call.world.commands.set(scopeOf(call), fresh);
  call.world.changed();
  return fresh;
}

function add(call: Call): Command {
  const old = commandsOf(call);
  const command = complete(call, old, call.body);
  call.world.commands.set(scopeOf(call), [...old.filter(({id}) => id !== command.id), command]);
  call.world.changed();
  return command;
}

function remove(call: Call): void {
  const old = commandsOf(call);
  const id = param(call, 'command');
  if (!old.some((command) => command.id === id)) throw new DiscordError(10063);
  call.world.commands.set(
    scopeOf(call),
    old.filter((command) => command.id !== id),
  );
}

/** A command with what Discord adds to it. Defaults are written out, as Discord answers. */
function complete(call: Call, old: readonly Command[], body: unknown): Command {
  const {world, params} = call;
  const given = record(body);
  const type = given.type ?? ApplicationCommandType.ChatInput;
  const same = old.find((command) => command.name === given.name && command.type === type);
  const full = {
    default_member_permissions: null,
    dm_permission: true,
    integration_types: [0],
    contexts: null,
    nsfw: false,
    description: '',
    ...given,
    type,
    id: same?.id ?? world.nextId(),
    application_id: world.bot.id,
    version: world.nextId(),
    ...(params.guild === undefined ? {} : {guild_id: params.guild}),
  };
  return full as unknown as Command;
}
