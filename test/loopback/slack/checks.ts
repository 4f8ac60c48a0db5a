/**
 * What Slack holds against a message or view, beyond refusing it: every breach is recorded as a violation.
 *
 * Shapes and lengths are checked by the Block Kit schema of the test data; where that is absent, only what is
 * counted here. Source: Block Kit reference; the limit of all blocks together is undocumented (bolt-js issue 2509).
 */
import {existsSync, readFileSync} from 'node:fs';
import {Ajv, type ValidateFunction} from 'ajv';
import {shared} from '../../helpers/shared.js';
import {isFields, objectsOf, textOf, type Fields} from './fields.js';
import type {Platform} from './platform.js';

const textChars = 40_000;
const advisedTextChars = 4000;
/** Bytes of the text of chat.update. */
const updateBytes = 4000;
const blocksPerMessage = 50;
const blocksPerView = 100;
const allBlocksChars = 13_200;

const schemaPath = shared('contracts/slack/block-kit/slack-blocks.schema.json');

/** Whether blocks are held against the schema, or counted only. */
export const shapesChecked = existsSync(schemaPath);

let validators: {readonly Blocks: ValidateFunction; readonly View: ValidateFunction} | undefined;

/** Compile the schema, which takes a second: better before the clock of an acknowledgement runs. */
export function prepareShapes(): void {
  if (!shapesChecked || validators) return;
  const schema: unknown = JSON.parse(readFileSync(schemaPath, 'utf8'));
  const ajv = new Ajv({strict: false, validateFormats: false});
  ajv.addSchema(schema as object, 'blocks');
  validators = {
    Blocks: ajv.compile({$ref: 'blocks#/definitions/Blocks'}),
    View: ajv.compile({$ref: 'blocks#/definitions/View'}),
  };
}

function shapeErrors(name: 'Blocks' | 'View', value: unknown): readonly string[] {
  const validate = validators?.[name];
  if (!validate || validate(value)) return [];
  // Unions give one error for each member; the deepest ones tell most.
  const errors = (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message ?? ''}`);
  return [...errors.sort((a, b) => b.split('/').length - a.split('/').length).slice(0, 3)];
}

function* nodesOf(value: unknown): Generator<Fields> {
  if (Array.isArray(value)) for (const item of value as readonly unknown[]) yield* nodesOf(item);
  else if (isFields(value)) {
    yield value;
    for (const item of Object.values(value)) yield* nodesOf(item);
  }
}

function repeated(names: readonly (string | undefined)[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => name !== undefined && (seen.has(name) || !seen.add(name)));
}

/** Characters of all texts in blocks. */
function textLength(blocks: unknown): number {
  const ownText = ({text}: Fields): number => (typeof text === 'string' ? text.length : 0);
  return [...nodesOf(blocks)].reduce((sum, node) => sum + ownText(node), 0);
}

/** What blocks do wrong by being more than, or the same as, others. */
function blockErrors(blocks: readonly Fields[], limit: number): readonly string[] {
  const errors: string[] = [];
  if (blocks.length > limit) errors.push(`${blocks.length} blocks, at most ${limit}`);
  const block = repeated(blocks.map(({block_id}) => textOf(block_id)));
  if (block !== undefined) errors.push(`block_id "${block}" twice`);
  for (const parent of blocks) {
    const action = repeated([...nodesOf(parent)].map(({action_id}) => textOf(action_id)));
    if (action !== undefined) errors.push(`action_id "${action}" twice in one block`);
  }
  return errors;
}

const broadcastPattern = /<!(?:channel|here|everyone|subteam)/u;

/** Text that would notify a whole channel. */
function findBroadcast(text: string, blocks: unknown): string | undefined {
  const texts = [text, ...[...nodesOf(blocks)].flatMap((node) => (typeof node.text === 'string' ? [node.text] : []))];
  const spoken = texts.find((part) => broadcastPattern.test(part));
  if (spoken !== undefined) return spoken.slice(0, 100);
  const element = [...nodesOf(blocks)].find(({type}) => type === 'broadcast' || type === 'usergroup');
  return element && JSON.stringify(element);
}

/**
 * Hold a message against the rules.
 *
 * @param where The method it came by, for the record.
 * @returns The error Slack refuses it with, or undefined where it is accepted.
 */
export function checkMessage(platform: Platform, where: string, text: string, blocks: unknown): Fields | undefined {
  const list = objectsOf(blocks);
  const broadcast = findBroadcast(text, blocks);
  if (broadcast !== undefined) platform.violate('broadcast', where, broadcast);
  if (text.length > textChars) platform.violate('text-too-long', where, `${text.length} characters`);
  else if (text.length > advisedTextChars)
    platform.notes.push({rule: 'long-text', where, detail: `${text.length} characters, 4,000 are advised`});
  if (where === 'chat.update' && Buffer.byteLength(text) > updateBytes) {
    platform.violate('update-too-long', where, `${Buffer.byteLength(text)} bytes of text, at most ${updateBytes}`);
    return {error: 'msg_too_long'};
  }
  if (blocks === undefined) return text === '' ? {error: 'no_text'} : undefined;
  if (text.trim() === '' && list.length > 0)
    platform.violate('no-fallback', where, 'blocks without text for notifications and screen readers');
  const errors = [...blockErrors(list, blocksPerMessage), ...shapeErrors('Blocks', blocks)];
  if (errors.length > 0) return refuse(platform, where, errors);
  const chars = textLength(blocks);
  if (chars <= allBlocksChars) return undefined;
  platform.violate('blocks-too-long', where, `${chars} characters in all blocks, about ${allBlocksChars} pass`);
  return {error: 'msg_blocks_too_long'};
}

/** Hold a view against the rules, as {@link checkMessage} does for messages. */
export function checkView(platform: Platform, where: string, view: unknown): Fields | undefined {
  if (!isFields(view)) return {error: 'invalid_arguments'};
  const errors = [...blockErrors(objectsOf(view.blocks), blocksPerView), ...shapeErrors('View', view)];
  const broadcast = findBroadcast('', view.blocks);
  if (broadcast !== undefined) platform.violate('broadcast', where, broadcast);
  return errors.length > 0 ? refuse(platform, where, errors, 'invalid_arguments') : undefined;
}

function refuse(platform: Platform, where: string, errors: readonly string[], error = 'invalid_blocks'): Fields {
  for (const detail of errors) platform.violate('invalid-blocks', where, detail);
  return {error, response_metadata: {messages: errors.map((detail) => `[ERROR] ${detail}`)}};
}
