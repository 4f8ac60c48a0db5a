/**
 * Buttons and menus. Each carries its action as text, so any replica can answer it, also after a restart.
 *
 * Source of the limits: Discord, "Component Reference".
 */
import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
} from 'discord.js';
import {formatAction} from '../../bot/action.js';
import type {Action, Choice} from '../../bot/message.js';
import {visibleLine} from '../../bot/visible.js';

/** Most characters of a button's label. */
export const buttonChars = 80;
const optionChars = 100;
const placeholderChars = 150;
const rowButtons = 5;
const menuOptions = 25;

export type ControlRow = APIActionRowComponent<APIComponentInMessageActionRow>;
/** Gives each control of a message an id of its own; two may carry the same action. */
export type CustomIds = (action: Action) => string;

export function customIds(): CustomIds {
  let count = 0;
  return (action) => `${formatAction(action)}:${count++}`;
}

/** Undo what `customIds` added. @returns Text for `parseAction`, from a button's id or the value picked in a menu. */
export function actionTextOf(customId: string): string {
  return customId.replace(/:\d+$/u, '');
}

export function button(label: string, action: Action, ids: CustomIds): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: shorten(label, buttonChars),
    custom_id: ids(action),
  };
}

/** Buttons in rows. Whether the answer helped is asked in a row of its own. */
export function buttonRows(choices: readonly Choice[], ids: CustomIds): ControlRow[] {
  const rates = choices.filter(isRating);
  const others = choices.filter((choice) => !isRating(choice));
  return [...parts(others, rowButtons), ...parts(rates, rowButtons)].map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map(({label, action}) => button(label, action, ids)),
  }));
}

/** Menus to pick one of many from; numbered like the text above, which shows long labels whole. */
export function menuRows(
  choices: readonly Choice[],
  firstNumber: number,
  prompt: string,
  ids: CustomIds,
): ControlRow[] {
  return parts(choices, menuOptions).map((page, at) => {
    const first = firstNumber + at * menuOptions;
    const range = `${first} to ${first + page.length - 1}`;
    const select: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      custom_id: `pick:${first}`,
      placeholder: shorten(page.length === choices.length ? visibleLine(prompt) : range, placeholderChars),
      options: page.map(({label, action}, index) => ({
        label: shorten(`${first + index}. ${visibleLine(label)}`, optionChars),
        value: ids(action),
      })),
    };
    return {type: ComponentType.ActionRow, components: [select]};
  });
}

function isRating({action}: Choice): boolean {
  return action.type === 'rate';
}

/** Cut with an ellipsis, between characters. */
function shorten(text: string, limitChars: number): string {
  const shown = visibleLine(text);
  if (shown.length <= limitChars) return shown === '' ? '-' : shown;
  return `${shown.slice(0, limitChars - 1).replace(/[\ud800-\udbff]$/u, '')}\u2026`;
}

function parts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({length: Math.ceil(list.length / size)}, (_, at) => list.slice(at * size, (at + 1) * size));
}
