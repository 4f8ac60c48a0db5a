/**
 * Files that came with what somebody said: named and weighed before they are fetched, so that what is too big never is.
 */
export interface AttachedFile {
  /** As its sender called it. */
  readonly name: string;
  /** As the platform or the disk tells it. */
  readonly sizeBytes: number;
  /** @throws UserError where it cannot be had, with a sentence for the asker. */
  read(): Promise<Uint8Array>;
}

export interface Attached {
  readonly files: readonly AttachedFile[];
  /**
   * Under which the same files can be had once more, for a button: at most 60 characters of `A–Z a–z 0–9 - _`. Absent
   * where they cannot.
   */
  readonly reference?: string;
}
