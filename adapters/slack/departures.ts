/**
 * Workspaces that the app is removed from.
 */
import type {SlackApp} from './app.js';
import type {Listening} from './listener.js';

/**
 * @param installations Where those of many workspaces are kept.
 * @param end Called where the bot lives in one workspace, and may no longer, with Slack's word for it.
 */
export function listenToDepartures(
  {app}: Listening,
  installations: SlackApp['installations'],
  end: (error: string) => void,
): void {
  const leave = async (team: string, enterprise: string | undefined, error: string) => {
    if (!installations) end(error);
    else await installations.deleteInstallation({teamId: team, enterpriseId: enterprise, isEnterpriseInstall: false});
  };
  app.event('app_uninstalled', ({body}) => leave(body.team_id, body.enterprise_id, 'app_uninstalled'));
  app.event('tokens_revoked', async ({event, body}) => {
    if ((event.tokens.bot ?? []).length > 0) await leave(body.team_id, body.enterprise_id, 'token_revoked');
  });
}
