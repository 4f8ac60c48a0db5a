/** The token of a call: from its header, else from its arguments. */
import {textOf, type Fields} from '../fields.js';

export function tokenOf(authorization: string | undefined, args: Fields): string | undefined {
  return authorization?.replace(/^Bearer\s+/iu, '') ?? textOf(args.token);
}
