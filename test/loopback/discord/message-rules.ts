/**
 * What Discord refuses in messages and modals though its OpenAPI document lets it through.
 *
 * Source: Discord documentation, "Create Message", "Using Message Components", "Embed Limits".
 */
import {ButtonStyle, ComponentType as Kind, MessageFlags} from 'discord.js';
import {record} from './call.js';
import type {FormError} from './discord-error.js';

const maxContentChars = 2000;
const maxEmbedChars = 6000;
const maxRows = 5;
const maxNested = 40;
const maxTextChars = 4000;

/** A component and where it stands. */
interface Placed {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** @param at Path of the message in the body, empty or `data`. */
export function messageProblems(body: unknown, at = ''): FormError[] {
  const message = record(body);
  const modern = (Number(message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const components = placed(message.components, join(at, 'components'));
  return [
    ...tooLong(lengthOf(message.content), maxContentChars, join(at, 'content')),
    ...tooLong(embedChars(message.embeds), maxEmbedChars, join(at, 'embeds'), 'MAX_EMBED_SIZE_EXCEEDED'),
    ...(modern ? modernProblems(message, components, at) : oldProblems(message, at)),
    ...componentProblems(components),
  ];
}

export function modalProblems(body: unknown): FormError[] {
  const {components} = record(body);
  return [
    ...tooMany(components, maxRows, 'data.components'),
    ...componentProblems(placed(components, 'data.components')),
  ];
}

function oldProblems(message: Readonly<Record<string, unknown>>, at: string): FormError[] {
  return tooMany(message.components, maxRows, join(at, 'components'));
}

function modernProblems(
  message: Readonly<Record<string, unknown>>,
  components: readonly Placed[],
  at: string,
): FormError[] {
  const legacy = ['content', 'embeds', 'poll', 'stickers'].filter((key) => {
    const value = message[key];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  });
  const texts = components.filter(({fields}) => fields.type === Kind.TextDisplay);
  const chars = texts.reduce((sum, {fields}) => sum + lengthOf(fields.content), 0);
  const path = join(at, 'components');
  const nested =
    components.length > maxNested
      ? [problem(path, 'BASE_TYPE_BAD_LENGTH', `Must have at most ${maxNested} components in all.`)]
      : [];
  return [
    ...legacy.map((key) =>
      problem(
        join(at, key),
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        'The field cannot be used with components V2.',
      ),
    ),
    ...nested,
    ...tooLong(chars, maxTextChars, path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'),
    ...fileProblems(message, components),
  ];
}

/** A file component refers to a file that goes with the message. */
function fileProblems(message: Readonly<Record<string, unknown>>, components: readonly Placed[]): FormError[] {
  const sent = (Array.isArray(message.attachments) ? message.attachments : []).map((one) => record(one).filename);
  return components
    .filter(({fields}) => fields.type === Kind.File)
    .filter(({fields}) => !sent.some((name) => record(fields.file).url === `attachment://${String(name)}`))
    .map(({path}) => problem(`${path}.file.url`, 'INVALID_ATTACHMENT_REFERENCE', 'The attachment was not sent.'));
}

function componentProblems(components: readonly Placed[]): FormError[] {
  const seen = new Set<unknown>();
  return components.flatMap(({path, fields}) => {
    const {type, style, url, custom_id: name} = fields;
    const problems: FormError[] = [];
    if (name !== undefined && seen.has(name)) {
      problems.push(
        problem(`${path}.custom_id`, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
      );
    }
    seen.add(name);
    if (type === Kind.Button && style === ButtonStyle.Link && typeof url !== 'string') {
      problems.push(problem(`${path}.url`, 'BUTTON_COMPONENT_URL_REQUIRED', 'A link button must have a url'));
    }
    if (type === Kind.Button && Number(style) < 5 && typeof name !== 'string') {
      problems.push(
        problem(`${path}.custom_id`, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A button must have a custom id'),
      );
    }
    return problems;
  });
}

/** All components, the nested ones after those that hold them. */
function placed(value: unknown, path: string): Placed[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => placed(item, `${path}.${at}`));
  const fields = record(value);
  if (fields.type === undefined) return [];
  const nested = ['components', 'accessory', 'component'].flatMap((key) => placed(fields[key], `${path}.${key}`));
  return [{path, fields}, ...nested];
}

/** Title, description, field names and values, footer and author, of all embeds together. */
function embedChars(embeds: unknown): number {
  if (!Array.isArray(embeds)) return 0;
  return embeds.map(record).reduce((sum, {title, description, footer, author, fields}) => {
    const named = (Array.isArray(fields) ? fields : []).map(record);
    const inFields = named.reduce((chars, {name, value}) => chars + lengthOf(name) + lengthOf(value), 0);
    const around = lengthOf(record(footer).text) + lengthOf(record(author).name);
    return sum + lengthOf(title) + lengthOf(description) + around + inFields;
  }, 0);
}

/** Discord counts code points. */
function lengthOf(value: unknown): number {
  return typeof value === 'string' ? [...value].length : 0;
}

function tooLong(chars: number, limit: number, path: string, code = 'BASE_TYPE_MAX_LENGTH'): FormError[] {
  return chars > limit ? [problem(path, code, `Must be ${limit} or fewer in length.`)] : [];
}

function tooMany(list: unknown, limit: number, path: string): FormError[] {
  const message = `Must be between 1 and ${limit} in length.`;
  return Array.isArray(list) && list.length > limit ? [problem(path, 'BASE_TYPE_BAD_LENGTH', message)] : [];
}

function problem(path: string, code: string, message: string): FormError {
  return {path, code, message};
}

function join(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
