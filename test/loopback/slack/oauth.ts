/**
 * Installing the app by OAuth: the page where a person agrees, and the exchange of the code it gives.
 * Source: Slack, "Installing with OAuth".
 */
import type {ServerResponse} from 'node:http';
import {textOf, type Fields} from './fields.js';
import type {Platform} from './platform.js';
import type {Workspace} from './workspace.js';

interface Grant {
  readonly workspace: Workspace;
  readonly scopes: readonly string[];
  readonly user: string;
  readonly redirect: string | undefined;
}

export class OAuth {
  readonly #grants = new Map<string, Grant>();

  constructor(private readonly platform: Platform) {}

  /**
   * `GET /oauth/v2/authorize`: the person agrees at once, and is sent back with a code and the state.
   * `team` in the query names the workspace; `deny=1` makes the person refuse.
   */
  authorize(response: ServerResponse, query: URLSearchParams): void {
    const workspace =
      this.platform.workspaces.get(query.get('team') ?? '') ?? [...this.platform.workspaces.values()][0];
    const user = workspace && [...workspace.users.values()].find(({isBot}) => !isBot);
    const redirect = query.get('redirect_uri') ?? undefined;
    const known = query.get('client_id') === this.platform.app.clientId;
    if (!workspace || !user || redirect === undefined || !known) return void response.writeHead(400).end('bad request');
    const target = new URL(redirect);
    target.searchParams.set('state', query.get('state') ?? '');
    if (query.get('deny') === '1') target.searchParams.set('error', 'access_denied');
    else {
      const code = this.platform.newId('code');
      const scopes = (query.get('scope') ?? '').split(/[, ]+/u).filter(Boolean);
      this.#grants.set(code, {workspace, scopes, user: user.id, redirect});
      target.searchParams.set('code', code);
    }
    response.writeHead(302, {Location: target.href}).end();
  }

  /** `oauth.v2.access`: a code is good once. */
  access(authorization: string | undefined, args: Fields): Fields {
    const basic = /^Basic (.+)$/iu.exec(authorization ?? '')?.[1];
    const [id, secret] = basic ? Buffer.from(basic, 'base64').toString('utf8').split(':') : [];
    const {clientId, clientSecret, id: app_id} = this.platform.app;
    if ((id ?? textOf(args.client_id)) !== clientId) return {ok: false, error: 'invalid_client_id'};
    if ((secret ?? textOf(args.client_secret)) !== clientSecret) return {ok: false, error: 'bad_client_secret'};
    const code = textOf(args.code) ?? '';
    const grant = this.#grants.get(code);
    if (!grant) return {ok: false, error: 'invalid_code'};
    const redirect = textOf(args.redirect_uri);
    if (redirect !== undefined && redirect !== grant.redirect) return {ok: false, error: 'bad_redirect_uri'};
    this.#grants.delete(code);
    const {workspace, user, scopes} = grant;
    const installation = this.platform.install(workspace, scopes);
    this.platform.changed();
    return {
      ok: true,
      app_id,
      authed_user: {id: user},
      scope: installation.scopes.join(','),
      token_type: 'bot',
      access_token: installation.botToken,
      bot_user_id: installation.botUser,
      team: {id: workspace.id, name: workspace.domain},
      enterprise: null,
      is_enterprise_install: false,
    };
  }
}
