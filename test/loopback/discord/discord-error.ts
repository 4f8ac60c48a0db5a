/**
 * Errors as Discord words them: an HTTP status, a code, a message, and for forms a tree of what is wrong where.
 *
 * Source: Discord documentation, "Opcodes and Status Codes" and "Error Messages".
 */

const known = {
  0: [400, '400: Bad Request'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  20028: [429, 'The write action you are performing on the channel has hit the write rate limit.'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40001: [401, 'Unauthorized. Provide a valid token and try again'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
} as const satisfies Readonly<Record<number, readonly [number, string]>>;

export type ErrorCode = keyof typeof known;

/** One thing wrong with a form: where (`data.embeds.0.title`), Discord's code, and a sentence. */
export interface FormError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  readonly status: number;
  readonly code: ErrorCode;
  readonly form: readonly FormError[];

  constructor(code: ErrorCode, form: readonly FormError[] = []) {
    const [status, message] = known[code];
    super(message);
    this.status = status;
    this.code = code;
    this.form = form;
  }

  /** Body of the answer. */
  toBody(): object {
    const plain = {message: this.message, code: this.code};
    return this.form.length === 0 ? plain : {...plain, errors: formTree(this.form)};
  }
}

interface Tree {
  [key: string]: Tree | {code: string; message: string}[] | undefined;
}

function formTree(form: readonly FormError[]): Tree {
  const tree: Tree = {};
  for (const {path, code, message} of form) {
    let node = tree;
    for (const key of path.split('.').filter(Boolean)) {
      const next = (node[key] ??= {});
      if (Array.isArray(next)) break;
      node = next;
    }
    const leaf = (node._errors ??= []);
    if (Array.isArray(leaf)) leaf.push({code, message});
  }
  return tree;
}
