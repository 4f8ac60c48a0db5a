/** What the OpenAPI document and our own rules say against a body. Nothing yet. */
import type {Call} from './call.js';
import type {FormError} from './discord-error.js';
export function createCheck(): {check: (call: Call) => readonly FormError[]; shapesChecked: boolean} {
  return {check: () => [], shapesChecked: false};
}
