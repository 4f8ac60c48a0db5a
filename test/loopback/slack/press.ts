/**
 * What a person does with the app's messages and views: press, choose, write, open, submit.
 *
 * A control is named by its label, its action_id or its value. A press in an ephemeral message carries no `message`,
 * as on Slack, so what it needs must be in its value.
 */
import type {Delivery} from './delivery.js';
import {isFields, objectsOf, present, without, type Fields} from './fields.js';
import {controlsOf, type Control} from './naming.js';
import {Say, type Place, type Said, type Scene} from './say.js';
import {messageShape, shownName, viewShape} from './shapes.js';
import type {Message, View, Workspace} from './workspace.js';

export class Press extends Say {
  /** Press a button, one of the two feedback buttons included, in a message or in App Home. */
  button(surface: Message | View, name: string, place: Place = {}): Said {
    return this.#act(surface, name, place, ({label, value}) => ({
      text: {type: 'plain_text', text: label, emoji: true},
      value,
    }));
  }

  /** Choose an option, by its label or value, of a select, an overflow menu or radio buttons. */
  option(surface: Message | View, name: string, option: string, place: Place = {}): Said {
    return this.#act(surface, name, place, ({element}) => {
      const groups = objectsOf(element.option_groups).flatMap((group) => objectsOf(group.options));
      const options = [...objectsOf(element.options), ...groups];
      const chosen = options.find(({text, value}) => value === option || (isFields(text) && text.text === option));
      if (!chosen) throw new Error(`No option "${option}" in ${JSON.stringify(options)}`);
      return {selected_option: chosen};
    });
  }

  /** Write into a text input that dispatches, and press Enter. */
  text(surface: Message | View, name: string, value: string, place: Place = {}): Said {
    return this.#act(surface, name, place, () => ({value}));
  }

  /** Use a message shortcut on any message the person sees. */
  shortcut(message: Message, callbackId: string, {user = 'ada'}: Place = {}): Said {
    const scene = this.#sceneOf(message, user);
    const {workspace, channel} = scene;
    const said = this.#open(scene, message.botId === undefined ? undefined : message);
    const payload = {
      type: 'message_action',
      ...this.#who(scene),
      user: {id: scene.user.id, name: scene.user.name, team_id: workspace.id},
      callback_id: callbackId,
      trigger_id: said.triggerId,
      response_url: said.responseUrl.url,
      action_ts: workspace.nextTs(),
      message_ts: message.ts,
      channel: {id: channel.id, name: shownName(channel)},
      message: messageShape(this.platform, workspace, message),
    };
    return {...said, delivery: this.deliver('interactive', without(payload, ['api_app_id']))};
  }

  /** Open the app's Home tab, or its conversation. */
  openHome({user = 'ada', workspace = this.home()}: Place = {}, tab: 'home' | 'messages' = 'home'): void {
    const person = workspace.user(user);
    const channel = workspace.directChannel(person.id).id;
    const shown = workspace.viewOf(user);
    const view = shown && viewShape(this.platform, workspace, shown);
    const event_ts = workspace.nextTs();
    if (!this.platform.app.events.includes('app_home_opened')) return;
    this.platform.tell(workspace, present({type: 'app_home_opened', user: person.id, channel, tab, view, event_ts}));
  }

  /** Submit a modal. `values` by block_id and action_id, as in `state.values`. */
  submit(modal: View, values: Fields = {}): Delivery {
    const scene = this.#sceneOf(modal, modal.user);
    const view = {...viewShape(this.platform, scene.workspace, modal), state: {values}};
    const trigger_id = this.platform.newTrigger(scene.user.id);
    return this.deliver('interactive', {type: 'view_submission', ...this.#who(scene), trigger_id, view});
  }

  #act(surface: Message | View, name: string, {user}: Place, change: (control: Control) => Fields): Said {
    const blocks = 'ts' in surface ? (surface.content.blocks ?? []) : objectsOf(surface.view.blocks);
    const controls = controlsOf(blocks);
    const control = controls.find(({label, value, element}) => [label, value, element.action_id].includes(name));
    if (!control) throw new Error(`Nothing called "${name}" among ${JSON.stringify(controls.map(({label}) => label))}`);
    const scene = this.#sceneOf(surface, user ?? ('ts' in surface ? (surface.ephemeralTo ?? 'ada') : surface.user));
    const said = this.#open(scene, 'ts' in surface ? surface : undefined);
    const {action_id, type} = control.element;
    const action_ts = scene.workspace.nextTs();
    const action = present({action_id, block_id: control.blockId, type, action_ts, ...change(control)});
    const payload = {
      type: 'block_actions',
      ...this.#who(scene),
      ...this.#surface(surface, scene, said),
      trigger_id: said.triggerId,
      actions: [action],
    };
    return {...said, delivery: this.deliver('interactive', payload)};
  }

  #surface(surface: Message | View, {workspace, channel}: Scene, {responseUrl}: Omit<Said, 'delivery'>): Fields {
    if (!('ts' in surface)) {
      const container = {type: 'view', view_id: surface.id};
      return {container, view: viewShape(this.platform, workspace, surface)};
    }
    const {ts: message_ts, threadTs: thread_ts, ephemeralTo} = surface;
    const is_ephemeral = ephemeralTo !== undefined;
    return present({
      container: present({type: 'message', message_ts, channel_id: channel.id, is_ephemeral, thread_ts}),
      channel: {id: channel.id, name: shownName(channel)},
      message: is_ephemeral ? undefined : messageShape(this.platform, workspace, surface),
      state: {values: {}},
      response_url: responseUrl.url,
    });
  }

  #who({workspace, user}: Scene): Fields {
    return {
      user: {id: user.id, username: user.name, name: user.name, team_id: workspace.id},
      team: {id: workspace.id, domain: workspace.domain},
      enterprise: null,
      is_enterprise_install: false,
      api_app_id: this.platform.app.id,
      token: this.platform.app.verificationToken,
    };
  }

  #open({workspace, channel, user}: Scene, message: Message | undefined): Omit<Said, 'delivery'> {
    const responseUrl = this.responseUrls.open({workspace, channel: channel.id, user: user.id, message});
    return {responseUrl, triggerId: this.platform.newTrigger(user.id)};
  }

  /** Where a message or view is, for somebody who sees it. */
  #sceneOf(surface: Message | View, user: string): Scene {
    const workspace = this.#workspaceOf(surface);
    const person = workspace.user(user);
    if (!('ts' in surface)) return {workspace, user: person, channel: workspace.directChannel(person.id)};
    const seen = workspace.seenBy(person.id, surface.channel).includes(surface);
    if (!seen) throw new Error(`${person.name} does not see the message ${surface.ts}`);
    return {workspace, user: person, channel: workspace.channel(surface.channel)};
  }

  #workspaceOf(surface: Message | View): Workspace {
    if ('ts' in surface) return this.workspaceOf(surface);
    const found = [...this.platform.workspaces.values()].find(({views}) => views.includes(surface));
    if (!found) throw new Error(`No workspace has the view ${surface.id}`);
    return found;
  }
}
