/**
 * Request bodies held against Discord's OpenAPI document, where the folder of test data has it.
 */
import {existsSync, readFileSync} from 'node:fs';
import {Ajv2020, type ErrorObject, type ValidateFunction} from 'ajv/dist/2020.js';
import {shared} from '../../helpers/shared.js';
import type {FormError} from './discord-error.js';

type Methods = Readonly<Record<string, {readonly requestBody?: object} | undefined>>;

interface OpenApi {
  readonly paths: Readonly<Record<string, Methods>>;
}

/** Problems of a body sent to a route (`POST /channels/:channel/messages`); none where the route takes no body. */
export type Shapes = (route: string, body: unknown) => readonly FormError[];

/** Compiling takes a third of a second, so that it is done once for all servers of a process. */
let loaded: Shapes | undefined;

/** @returns Nothing where the document is not there. */
export function loadShapes(routes: readonly string[]): Shapes | undefined {
  const file = shared('contracts/discord-openapi.json');
  if (!loaded && existsSync(file)) loaded = createShapes(JSON.parse(readFileSync(file, 'utf8')) as OpenApi, routes);
  return loaded;
}

function createShapes(document: OpenApi, routes: readonly string[]): Shapes {
  const ajv = new Ajv2020({strict: false, validateSchema: false, allErrors: false});
  ajv.addFormat('snowflake', /^(0|[1-9]\d*)$/);
  ajv.addFormat('nonce', true);
  for (const name of ['date-time', 'int32', 'int64', 'uri', 'double']) ajv.addFormat(name, true);
  ajv.addSchema(document, 'discord');
  const pointers = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]): [string, string][] =>
        operation?.requestBody ? [[`${method.toUpperCase()} ${bare(path)}`, pointerTo(path, method)]] : [],
      ),
    ),
  );
  const compiled = new Map<string, ValidateFunction>();
  const compile = (pointer: string): ValidateFunction => {
    const validate = compiled.get(pointer) ?? ajv.compile({$ref: `discord#${pointer}`});
    compiled.set(pointer, validate);
    return validate;
  };
  // Now rather than at the first request, which would be slow to answer.
  for (const route of routes) {
    const pointer = pointers.get(bare(route));
    if (pointer !== undefined) compile(pointer);
  }
  return (route, body) => {
    const pointer = pointers.get(bare(route));
    if (pointer === undefined || body === undefined) return [];
    const validate = compile(pointer);
    return validate(body) ? [] : toForm(validate.errors ?? []);
  };
}

/** A path with its parameters unnamed, as both notations can be compared. */
function bare(path: string): string {
  return path.replace(/:\w+|\{\w+\}/g, ':');
}

function pointerTo(path: string, method: string): string {
  const keys = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
  return keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');
}

/** Of the alternatives that a schema tried, the ones that came furthest tell most. */
function toForm(errors: readonly ErrorObject[]): FormError[] {
  const depth = ({instancePath}: ErrorObject): number => instancePath.split('/').length;
  const plain = errors.filter(({keyword}) => !['anyOf', 'oneOf', 'if'].includes(keyword));
  const deepest = Math.max(...plain.map(depth));
  return plain
    .filter((error) => depth(error) === deepest)
    .slice(0, 3)
    .map(({instancePath, keyword, message}) => ({
      path: instancePath.slice(1).replaceAll('/', '.'),
      code: `SCHEMA_${keyword.toUpperCase()}`,
      message: message ?? keyword,
    }));
}
