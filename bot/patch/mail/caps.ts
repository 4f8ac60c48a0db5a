/**
 * How much of a submission is looked at. What is larger is refused with a sentence, before it costs anything.
 */
export interface Caps {
  /** Of one file, packed and unpacked. */
  readonly maxFileBytes: number;
  /** Of all files together, unpacked. */
  readonly maxTotalBytes: number;
  readonly maxMessages: number;
  /**
   * Of one header that is read, all its lines together. Real mails carry more than this in headers of transport, which
   * are passed over and cost nothing, and long lists in To and Cc are no reason to leave the others unread.
   */
  readonly maxHeaderBytes: number;
  /** Multiparts inside multiparts. */
  readonly maxMimeDepth: number;
}

export const defaultCaps: Caps = {
  maxFileBytes: 2 * 2 ** 20,
  maxTotalBytes: 8 * 2 ** 20,
  maxMessages: 200,
  maxHeaderBytes: 10_000,
  maxMimeDepth: 8,
};

/** The answer over a cap. @param met As `3.1 MB`. */
export function tooBig(met: string, limit: string): string {
  return `Too big to check here (${met}, limit ${limit}); run scripts/checkpatch.pl and b4 prep --check.`;
}

/** 3250586 is `3.1 MB`, 300 is `300 bytes`: rounded up, so that what is over a limit seldom reads like the limit. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 2 ** 20 ? `${Math.ceil(bytes / 1024)} kB` : `${Math.ceil((bytes / 2 ** 20) * 10) / 10} MB`;
}
