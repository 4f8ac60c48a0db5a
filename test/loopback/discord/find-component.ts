/** Buttons and menus of a message, wherever they are nested. */
import type {APIMessage, ComponentType} from 'discord.js';

export interface Component {
  readonly type: ComponentType;
  readonly id: number;
  readonly custom_id: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly options?: readonly {readonly value: string; readonly label: string}[];
}

/** All components of a message that have a `custom_id`. */
export function componentsOf(message: APIMessage): Component[] {
  const found: Component[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (typeof value !== 'object' || value === null) return;
    if ('custom_id' in value) found.push(value as unknown as Component);
    if ('components' in value) visit(value.components);
    if ('accessory' in value) visit(value.accessory);
  };
  visit(message.components ?? []);
  return found;
}

/** The component with this `custom_id` or label. @throws Error naming what there is. */
export function findComponent(message: APIMessage, name: string, types: readonly ComponentType[]): Component {
  const all = componentsOf(message).filter(({type}) => types.includes(type));
  const component = all.find(({custom_id}) => custom_id === name) ?? all.find(({label}) => label === name);
  if (!component) {
    const names = all.map(({label, custom_id}) => label ?? custom_id).join(', ');
    throw new Error(`The message has no component ${name}; it has: ${names || 'none'}.`);
  }
  if (component.disabled === true) throw new Error(`The component ${name} is disabled.`);
  return component;
}
