/**
 * Blocks and their elements get names from Slack where the app gave them none.
 */
import {isFields, objectsOf, type Fields} from './fields.js';

const interactive =
  /^(?:button|overflow|checkboxes|radio_buttons|datepicker|timepicker|datetimepicker|feedback_buttons|icon_button|.*_select|.*_input)$/u;

export function nameBlocks(blocks: unknown, newId: (prefix: string) => string): readonly Fields[] {
  return objectsOf(blocks).map((block) => ({block_id: newId('b'), ...nameElements(block, newId)}));
}

function nameElements(node: Fields, newId: (prefix: string) => string): Fields {
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return (value as readonly unknown[]).map(named);
    return isFields(value) ? nameElements(value, newId) : value;
  };
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, named(value)]));
  const nameless = typeof node.type === 'string' && interactive.test(node.type) && node.action_id === undefined;
  return nameless ? {action_id: newId('a'), ...copy} : copy;
}

/** One thing a person can press, choose from or write into. */
export interface Control {
  readonly blockId: string;
  readonly element: Fields;
  /** What it shows; two controls where an element has two buttons. */
  readonly label: string;
  readonly value: unknown;
}

/** All controls of named blocks, in order. */
export function controlsOf(blocks: readonly Fields[]): readonly Control[] {
  return blocks.flatMap((block) => controlsIn(block).map((control) => ({...control, blockId: String(block.block_id)})));
}

function controlsIn(node: Fields): readonly Omit<Control, 'blockId'>[] {
  if (node.type === 'feedback_buttons')
    return [node.positive_button, node.negative_button].filter(isFields).map((one) => controlOf(node, one));
  if (typeof node.type === 'string' && interactive.test(node.type)) return [controlOf(node, node)];
  return Object.values(node).flatMap((value) => [value].flat().filter(isFields).flatMap(controlsIn));
}

function controlOf(element: Fields, {text, placeholder, value}: Fields): Omit<Control, 'blockId'> {
  const shown = isFields(text) ? text : isFields(placeholder) ? placeholder : {};
  return {element, label: typeof shown.text === 'string' ? shown.text : '', value};
}
