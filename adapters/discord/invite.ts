/**
 * The address at which somebody adds the bot to a server, with what it uses and nothing else.
 *
 * Source: Discord, "OAuth2", bot authorization flow; "Permissions".
 */
import {OAuth2Scopes, PermissionFlagsBits} from 'discord.js';

const permissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

export function inviteUrl(applicationId: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', applicationId);
  url.searchParams.set('scope', `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`);
  url.searchParams.set('permissions', String(permissions));
  return url.href;
}
