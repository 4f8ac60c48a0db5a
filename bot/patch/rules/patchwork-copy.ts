/**
 * Mails as patchwork serves them: it joins the words of the brackets by commas and drops PATCH, `[bpf-next,v2,1/2]`.
 *
 * Who checks such a copy is not the one who wrote it so.
 */
import type {Headed} from './subjects.js';

export function isPatchworkCopy({subject, line}: Headed): boolean {
  return !subject.patchWord && /^\[[\w./-]{1,40}(?:,[\w./-]{1,40}){1,8}\] /u.test(line.text);
}
