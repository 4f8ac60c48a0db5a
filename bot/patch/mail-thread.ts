/**
 * Which mails are of one thread: those that name one another, or a third that is not here.
 *
 * Source: RFC 5322, section 3.6.4.
 */
import type {PatchMail} from './mail/message.js';

/** @returns The name of a mail's thread, the same for all mails of it; one that names nobody is alone. */
export function threadsOf(mails: readonly PatchMail[]): (mail: PatchMail) => string | PatchMail {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    // What was walked is pointed at the root, so that long threads stay cheap.
    for (let at = id; at !== root;) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const mail of mails) {
    const [first, ...others] = idsOf(mail);
    for (const other of others) {
      const [one, two] = [rootOf(first ?? other), rootOf(other)];
      if (one !== two) parent.set(one, two);
    }
  }
  return (mail) => {
    const [first] = idsOf(mail);
    return first === undefined ? mail : rootOf(first);
  };
}

function idsOf({id, inReplyTo, references}: PatchMail): readonly string[] {
  return [...(id === undefined ? [] : [id]), ...inReplyTo, ...references];
}
