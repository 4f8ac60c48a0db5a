/**
 * Whether Slack would take a message: the block schemas where the test data is here, and the limits that they lack.
 */
import {readFileSync} from 'node:fs';
import type {types} from '@slack/bolt';
import {Ajv, type AnySchemaObject, type ValidateFunction} from 'ajv';
import {hasShared, shared} from './shared.js';

interface Message {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** Most characters of all blocks of a message as JSON; about 13,200 were refused. */
export const messageChars = 10_000;

const validate = hasShared ? compile() : undefined;

/** Sentences about what is wrong with a message. */
export function slackErrors({text, blocks}: Message): string[] {
  const errors: string[] = [];
  if (validate && !validate(blocks))
    errors.push(...(validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message ?? ''}`));
  if (blocks.length > 50) errors.push(`${blocks.length} blocks`);
  if (text === '' || Buffer.byteLength(text) > 4000) errors.push(`a text of ${Buffer.byteLength(text)} bytes`);
  if (/[<>]|&(?!(?:amp|lt|gt);)/u.test(text)) errors.push('a text that is not escaped');
  if (/@(?:channel|everyone|here|group)/iu.test(text)) errors.push('a text that pings');
  const ids: string[] = [];
  visit(blocks, (node) => {
    if (typeof node.action_id === 'string') ids.push(node.action_id);
    if (/<(?:!(?:channel|here|everyone|subteam)|@[UWB]\w|#C\w)/u.test(String(node.text))) errors.push('a mention');
    if (node.type === 'text' && node.text === '') errors.push('an empty text');
    if (node.type === 'link' && (node.text === '' || !/^(?:https?:\/\/|mailto:)/iu.test(String(node.url))))
      errors.push(`a link to ${String(node.url)}`);
    if (node.type === 'mrkdwn' && !/^<https?:\/\/[^<>|\s]+>$/iu.test(String(node.text)))
      errors.push(`markup: ${String(node.text)}`);
    if (node.type === 'plain_text' && (node.emoji !== false || String(node.text).trim() === ''))
      errors.push('a plain text');
    if (Array.isArray(node.elements) && node.elements.length === 0) errors.push(`an empty ${String(node.type)}`);
    if (typeof node.indent === 'number' && node.indent > 8) errors.push(`a list at level ${node.indent}`);
    if (typeof node.value === 'string' && node.value === '') errors.push('an empty value');
    if (/^(?:broadcast|user|usergroup|channel|team|emoji|date|color)$/u.test(String(node.type)))
      errors.push(`an element of type ${String(node.type)}`);
  });
  if (new Set(ids).size < ids.length) errors.push('equal action_ids');
  return errors;
}

type Node = Readonly<Record<string, unknown>>;

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, look);
  else if (typeof value === 'object' && value !== null) {
    look(value as Node);
    for (const each of Object.values(value)) visit(each, look);
  }
}

function compile(): ValidateFunction {
  const text = readFileSync(shared('contracts/slack/block-kit/slack-blocks.schema.json'), 'utf8');
  const ajv = new Ajv({strict: false, schemas: {blocks: JSON.parse(text) as AnySchemaObject}});
  return ajv.compile({$ref: 'blocks#/definitions/Blocks'});
}
