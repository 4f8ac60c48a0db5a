/**
 * The parts of a message, as postal-mime finds them, each with its own bytes.
 *
 * postal-mime's answer joins all texts and decodes them for people to read; a diff needs each part as it was sent. Its tree
 * of parts holds that. Types do not speak of the tree, so its shape is declared here; the exact version is pinned and
 * test/bot/patch/mime.test.ts holds the shape.
 */
import PostalMime from 'postal-mime';

export interface MimePart {
  readonly contentType: {
    readonly parsed: {readonly value: string; readonly params: Readonly<Record<string, string | undefined>>};
    readonly multipart: string | false;
  };
  readonly contentDisposition: {
    readonly parsed: {readonly value: string; readonly params: Readonly<Record<string, string | undefined>>};
  };
  readonly contentTransferEncoding: {readonly encoding: string};
  readonly content: ArrayBuffer | null;
  readonly childNodes: readonly MimePart[];
}

class MimeTree extends PostalMime {
  declare readonly root: MimePart;
}

/** @throws Error where the parts are nested deeper than `maxDepth`, or more than `maxHeaderBytes` are headers. */
export async function readMimeTree(bytes: Uint8Array, maxDepth: number, maxHeaderBytes: number): Promise<MimePart> {
  const tree = new MimeTree({
    maxNestingDepth: maxDepth,
    maxHeadersSize: maxHeaderBytes,
    // Mails inside a mail are attachments: they are not what was sent.
    maxRfc822NestingDepth: 0,
  });
  await tree.parse(bytes);
  return tree.root;
}
