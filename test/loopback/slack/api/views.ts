/** views.*: App Home and modals. */
import {checkView} from '../checks.js';
import {isFields, textOf, unpack, type Fields} from '../fields.js';
import {nameBlocks} from '../naming.js';
import {viewShape} from '../shapes.js';
import type {View} from '../workspace.js';
import {need, Refusal, type Caller, type Method} from './method.js';

function viewOf({platform, args}: Caller, where: string): Fields {
  const view = unpack(args.view);
  const {error, ...more} = checkView(platform, where, view) ?? {};
  if (error !== undefined || !isFields(view)) throw new Refusal(textOf(error) ?? 'invalid_arguments', more);
  return {...view, blocks: nameBlocks(view.blocks, (prefix) => platform.newId(prefix))};
}

function show({platform, workspace}: Caller, view: View): Fields {
  platform.changed();
  return {view: viewShape(platform, workspace, view)};
}

function publish(caller: Caller): Fields {
  const {platform, workspace, args} = caller;
  const user = need(args, 'user_id');
  if (!workspace.users.has(user)) throw new Refusal('user_not_found');
  const view = viewOf(caller, 'views.publish');
  if (view.type !== 'home') throw new Refusal('invalid_arguments');
  const home = workspace.views.find((one) => one.user === user && one.type === 'home');
  const hash = textOf(args.hash);
  if (home && hash !== undefined && hash !== home.hash) throw new Refusal('hash_conflict');
  const shown = home ?? {id: platform.newId('V'), user, type: 'home' as const, view, hash: ''};
  if (!home) workspace.views.push(shown);
  shown.view = view;
  shown.hash = platform.newId('');
  return show(caller, shown);
}

function open(caller: Caller, where: 'views.open' | 'views.push'): Fields {
  const {platform, workspace, args} = caller;
  const trigger = platform.useTrigger(textOf(args.trigger_id));
  if (typeof trigger === 'string') throw new Refusal(trigger);
  const view = viewOf(caller, where);
  if (view.type !== 'modal') throw new Refusal('invalid_arguments');
  const below = workspace.viewOf(trigger.user, 'modal');
  if (where === 'views.push' && !below) throw new Refusal('not_found');
  const previousViewId = where === 'views.push' ? below?.id : undefined;
  const [id, hash] = [platform.newId('V'), platform.newId('')];
  const shown: View = {id, user: trigger.user, type: 'modal', view, hash, previousViewId};
  workspace.views.push(shown);
  return show(caller, shown);
}

function update(caller: Caller): Fields {
  const {platform, workspace, args} = caller;
  const [id, external] = [textOf(args.view_id), textOf(args.external_id)];
  const shown = workspace.views.find((one) => one.id === id || (external && one.view.external_id === external));
  if (!shown) throw new Refusal('not_found');
  const hash = textOf(args.hash);
  if (hash !== undefined && hash !== shown.hash) throw new Refusal('hash_conflict');
  shown.view = viewOf(caller, 'views.update');
  shown.hash = platform.newId('');
  return show(caller, shown);
}

export const views: Readonly<Record<string, Method>> = {
  'views.publish': {scopes: [], run: publish},
  'views.open': {scopes: [], run: (caller) => open(caller, 'views.open')},
  'views.push': {scopes: [], run: (caller) => open(caller, 'views.push')},
  'views.update': {scopes: [], run: update},
};
