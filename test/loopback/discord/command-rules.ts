/**
 * What Discord refuses in commands though its OpenAPI document lets it through.
 *
 * Source: Discord documentation, "Application Commands", "Application Command Naming" and "Option Structure".
 */
import {ApplicationCommandType as Type} from 'discord.js';
import {record} from './call.js';
import type {FormError} from './discord-error.js';

/** Commands of each type, characters of one command, and of a choice's value. */
const maxOfType: Readonly<Record<number, number>> = {[Type.ChatInput]: 100, [Type.User]: 15, [Type.Message]: 15};
const maxCommandChars = 8000;
const maxValueChars = 100;

const chatInput: number = Type.ChatInput;

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function commandsProblems(body: unknown): FormError[] {
  const commands = (Array.isArray(body) ? body : []).map(record);
  const types = Object.entries(maxOfType).flatMap(([type, limit]) => {
    const count = commands.filter((command) => typeOf(command) === Number(type)).length;
    return count > limit
      ? [problem('', 'APPLICATION_COMMAND_LIMIT', `Maximum number of commands reached (${limit}).`)]
      : [];
  });
  const keys = commands.map((command) => `${typeOf(command)} ${String(command.name)}`);
  const doubled = keys.flatMap((key, at) =>
    keys.indexOf(key) < at
      ? [problem(`${at}.name`, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Command names must be unique')]
      : [],
  );
  return [...types, ...doubled, ...commands.flatMap((command, at) => commandProblems(command, String(at)))];
}

function typeOf(command: Readonly<Record<string, unknown>>): number {
  return typeof command.type === 'number' ? command.type : Type.ChatInput;
}

function commandProblems(command: Readonly<Record<string, unknown>>, at: string): FormError[] {
  if (typeOf(command) !== chatInput) return [];
  const described = typeof command.description === 'string' && command.description !== '';
  const total = charsOf(command);
  return [
    ...nameProblems(command.name, at),
    ...(described ? [] : [problem(`${at}.description`, 'BASE_TYPE_REQUIRED', 'This field is required')]),
    ...(total > maxCommandChars
      ? [problem(at, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${maxCommandChars}).`)]
      : []),
    ...optionsProblems(command.options, `${at}.options`),
  ];
}

function optionsProblems(value: unknown, at: string): FormError[] {
  const options = (Array.isArray(value) ? value : []).map(record);
  let optional = false;
  return options.flatMap((option, index) => {
    const path = `${at}.${index}`;
    const late = option.required === true && optional;
    optional ||= option.required !== true;
    const message = 'Required options must be placed before non-required options';
    return [
      ...nameProblems(option.name, path),
      ...(late ? [problem(`${path}.required`, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message)] : []),
      ...choiceProblems(option.choices, `${path}.choices`),
      ...optionsProblems(option.options, `${path}.options`),
    ];
  });
}

function nameProblems(name: unknown, at: string): FormError[] {
  const fits = typeof name === 'string' && namePattern.test(name) && name === name.toLowerCase();
  return fits ? [] : [problem(`${at}.name`, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
}

/** Choices of an option, or proposals of an autocomplete. */
export function choiceProblems(value: unknown, at: string): FormError[] {
  return (Array.isArray(value) ? value : [])
    .map(record)
    .flatMap((choice, index) =>
      typeof choice.value === 'string' && choice.value.length > maxValueChars
        ? [problem(`${at}.${index}.value`, 'BASE_TYPE_MAX_LENGTH', `Must be ${maxValueChars} or fewer in length.`)]
        : [],
    );
}

/** Names, descriptions and values of a command and all within it. */
function charsOf(value: unknown): number {
  const part = record(value);
  const own = ['name', 'description', 'value'].map((key) => part[key]).filter((text) => typeof text === 'string');
  const within = [part.options, part.choices].flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  return own.join('').length + within.reduce((sum: number, item) => sum + charsOf(item), 0);
}

function problem(path: string, code: string, message: string): FormError {
  return {path, code, message};
}
