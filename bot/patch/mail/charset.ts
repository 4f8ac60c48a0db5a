/**
 * From the bytes of a message to text. A charset that is unknown or does not fit falls back to UTF-8, then Latin-1.
 *
 * Bytes come as strings of one character a byte, as the container leaves them.
 */

export interface Decoded {
  readonly text: string;
  /** Why the named charset was not used; for a remark. */
  readonly trouble?: string;
}

/** Charsets in which bytes below 128 need not be ASCII. */
const notAscii = /^(?:utf-?(?:7|16)|iso-?2022|hz)/iu;
const high = /[^\u0000-\u007f]/u;

/** @param charset As the message names it; ASCII and none leave it open. */
export function decodeBytes(bytes: string, charset: string | undefined): Decoded {
  const name = charset?.trim() ?? '';
  if (!high.test(bytes) && !notAscii.test(name)) return {text: bytes};
  const buffer = Buffer.from(bytes, 'latin1');
  if (name !== '' && !/^(?:us-)?ascii$/iu.test(name)) {
    const decoder = decoderOf(name);
    const text = decoder && tryDecode(decoder, buffer);
    if (text !== undefined) return {text};
    const trouble = decoder ? 'Some bytes do not fit the named charset.' : 'The named charset is not known.';
    return {text: guess(buffer), trouble};
  }
  const text = tryDecode(utf8, buffer);
  return text === undefined
    ? {text: guess(buffer), trouble: 'Some bytes are not UTF-8, and no charset is named.'}
    : {text};
}

type Decoder = InstanceType<typeof TextDecoder>;

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
const latin1 = new TextDecoder('windows-1252');
/** Making a decoder costs more than most decoding, and a series names one charset over and over. */
const decoders = new Map<string, Decoder>([['utf-8', utf8]]);

function decoderOf(name: string): Decoder | undefined {
  const label = name.toLowerCase();
  const known = decoders.get(label);
  if (known) return known;
  try {
    const decoder = new TextDecoder(label, {fatal: true, ignoreBOM: true});
    // The names of one charset are few; spellings of strangers are not collected.
    if (label === decoder.encoding) decoders.set(label, decoder);
    return decoder;
  } catch {
    return undefined;
  }
}

function guess(bytes: Uint8Array): string {
  return tryDecode(utf8, bytes) ?? latin1.decode(bytes);
}

function tryDecode(decoder: Decoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
