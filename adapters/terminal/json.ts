/**
 * JSON as it may be printed to a terminal: characters that could steer it are written as escapes.
 */
import type {Json} from '../../bot/message.js';

/** Left as they are by `JSON.stringify`: C1 controls, delete, separators, bidirectional controls, byte order mark. */
const steering = /[\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufeff]/gu;

/** @param indent Blanks per level; 0 puts all on one line. */
export function formatJson(value: Json, indent = 2): string {
  return JSON.stringify(value, undefined, indent).replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
