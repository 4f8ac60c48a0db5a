/**
 * Trailers that send a patch to the stable kernels.
 */
import {trailersOf} from './trailers-of.js';
import type {Line} from '../mail/line.js';
import type {PatchMail} from '../mail/message.js';

/** `Cc: stable+noautosel@kernel.org` says the opposite. */
const stable = /(?:^|[\s<"])(?:linux-)?stable@[\w.-]{1,60}/iu;

/** In order. */
export function stableCcsOf(mail: PatchMail): readonly Line[] {
  const lines = new Set(
    trailersOf(mail, 'cc')
      .filter(({value}) => stable.test(value))
      .map(({line}) => line),
  );
  return mail.description.lines.filter(({line}) => lines.has(line));
}
