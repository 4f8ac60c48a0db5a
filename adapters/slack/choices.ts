/**
 * What can be pressed: questions to pick from, what to do next, and whether an answer helped.
 *
 * An `action_id` is `act:<type>:<n>`, unique in its message; the action itself is the value, of the button or of the
 * option that was selected.
 * Source: Block Kit reference, "Button element", "Select menu element", "Context actions block".
 */
import type {types} from '@slack/bolt';
import {formatAction} from '../../bot/action.js';
import type {Action, Choice} from '../../bot/message.js';
import {visibleLine} from '../../bot/visible.js';
import {flowToRich} from './flow.js';
import {chunk, fitLabel, plainText} from './text.js';

/** Gives the next `action_id` of a message. */
export type NextId = (type: string) => string;

/** More choices than this are listed with one menu below, so that they need not a block each. */
const maxButtons = 12;
const sectionChars = 3000;
const labelChars = 75;
const optionsPerMenu = 100;
const elementsPerBlock = 25;

export function numberIds(): NextId {
  let number = 0;
  return (type) => `act:${type}:${(number += 1)}`;
}

/**
 * @param firstNumber Number of the first choice, as in plain text.
 * @param compact Whether to spare blocks.
 */
export function choicesToSlack(
  choices: readonly Choice[],
  firstNumber: number,
  compact: boolean,
  nextId: NextId,
): types.KnownBlock[] {
  const numbered = choices.map(({label, action}, at) => ({
    number: firstNumber + at,
    label: visibleLine(label),
    action,
  }));
  if (!compact && choices.length <= maxButtons) {
    return numbered.flatMap(({number, label, action}) => besideButton(`${number}. ${label}`, label, action, nextId));
  }
  const elements = flowToRich([
    {
      type: 'list',
      ordered: true,
      start: firstNumber,
      children: numbered.map(({label}) => ({
        type: 'listItem',
        children: [{type: 'paragraph', children: [{type: 'text', value: label === '' ? ' ' : label}]}],
      })),
    },
  ]);
  const menus = parts(numbered, optionsPerMenu).map((part): types.StaticSelect => {
    const from = part[0]?.number ?? firstNumber;
    return {
      type: 'static_select',
      action_id: nextId('pick'),
      placeholder: plainText(`Show one of ${from} to ${from + part.length - 1}`),
      options: part.map(({number, label, action}) => ({
        text: plainText(fitLabel(`${number}. ${label}`, labelChars)),
        value: formatAction(action),
      })),
    };
  });
  return elements.length === 0 ? [] : [{type: 'rich_text', elements}, ...actionBlocks(menus)];
}

/** What the reader may do next: buttons, and the two of feedback in Slack's own form. */
export function nextToSlack(next: readonly Choice[], nextId: NextId): types.KnownBlock[] {
  const helpful = next.find(({action}) => ratingOf(action) === true);
  const unhelpful = next.find(({action}) => ratingOf(action) === false);
  const feedback = helpful && unhelpful ? [feedbackBlock(helpful, unhelpful, nextId)] : [];
  const buttons = next.filter((choice) => feedback.length === 0 || (choice !== helpful && choice !== unhelpful));
  const long = buttons.filter(({label}) => visibleLine(label).length > labelChars);
  return [
    ...long.flatMap(({label, action}) => besideButton(visibleLine(label), visibleLine(label), action, nextId)),
    ...actionBlocks(
      buttons.filter((choice) => !long.includes(choice)).map(({label, action}) => button(label, action, nextId)),
    ),
    ...feedback,
  ];
}

/** Whether the answer helped, side by side and in small. */
function feedbackBlock(helpful: Choice, unhelpful: Choice, nextId: NextId): types.ContextActionsBlock {
  const side = ({label, action}: Choice) => ({
    text: plainText(buttonLabel(label)),
    accessibility_label: buttonLabel(label),
    value: formatAction(action),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: nextId('rate'),
        positive_button: side(helpful),
        negative_button: side(unhelpful),
      },
    ],
  };
}

/** What an action says of the answer; undefined where it says nothing. */
function ratingOf(action: Action): boolean | undefined {
  return action.type === 'rate' ? action.helpful : undefined;
}

/** The whole text, however long, with a button beside it. */
function besideButton(text: string, label: string, action: Action, nextId: NextId): types.KnownBlock[] {
  const accessory: types.Button = {
    ...button('Show', action, nextId),
    accessibility_label: fitLabel(`Show: ${label}`, labelChars),
  };
  return chunk(text, sectionChars).map((part, at) => ({
    type: 'section',
    text: plainText(part),
    ...(at === 0 ? {accessory} : {}),
  }));
}

function button(label: string, action: Action, nextId: NextId): types.Button {
  return {
    type: 'button',
    action_id: nextId(action.type),
    text: plainText(buttonLabel(label)),
    value: formatAction(action),
  };
}

/** Never empty, which Slack refuses. */
function buttonLabel(label: string): string {
  return fitLabel(visibleLine(label), labelChars) || 'Show';
}

function actionBlocks(elements: readonly (types.Button | types.StaticSelect)[]): types.ActionsBlock[] {
  return parts(elements, elementsPerBlock).map((part) => ({type: 'actions', elements: part}));
}

function parts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({length: Math.ceil(all.length / size)}, (_, at) => all.slice(at * size, (at + 1) * size));
}
