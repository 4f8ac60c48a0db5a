/**
 * Tell Discord the commands, where it does not know them yet. It allows 200 new ones a day.
 */
import {Routes, type REST} from 'discord.js';
import type {Command} from '../../bot/command.js';
import {registrations} from './registration.js';
import {sameRegistration} from './same-registration.js';

/** @returns Whether they differed. */
export async function register(commands: readonly Command[], application: string, rest: REST): Promise<boolean> {
  const route = Routes.applicationCommands(application);
  const ours = registrations(commands);
  if (sameRegistration(ours, await rest.get(route))) return false;
  await rest.put(route, {body: ours});
  return true;
}
