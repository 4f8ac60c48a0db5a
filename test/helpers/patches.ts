/**
 * Patches to attach, with as many findings as are wanted.
 */
import {exampleFixes, exampleMail} from '../../bot/patch/rules/example.js';

/** Nothing is wrong with it. */
export const rightPatch = exampleMail();
/** One error. */
export const unsignedPatch = exampleMail({trailers: [exampleFixes]});

/** A mailbox with an error for each of its patches. */
export function unsignedPatches(count: number): string {
  return Array.from({length: count}, (_, at) =>
    exampleMail({
      subject: `[PATCH bpf-next] bpf: Part ${at}`,
      trailers: [exampleFixes],
      headers: [`Message-ID: <${at}@example.org>`],
    }),
  ).join('');
}
