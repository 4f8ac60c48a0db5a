/**
 * Bodies that were packed into ASCII for their way: base64 and quoted-printable.
 *
 * Strings hold one character a byte. What does not belong to an encoding is passed over or kept; nothing fails.
 * Source: RFC 2045, section 6.
 */

export type TransferEncoding = 'none' | 'base64' | 'quoted-printable';

/** @param name As Content-Transfer-Encoding names it; unknown ones and none leave the body as it stands. */
export function transferEncodingOf(name: string | undefined): TransferEncoding {
  if (name === undefined) return 'none';
  return /base64/iu.test(name) ? 'base64' : /quoted-printable/iu.test(name) ? 'quoted-printable' : 'none';
}

export function decodeTransfer(body: string, encoding: TransferEncoding): string {
  switch (encoding) {
    case 'none':
      return body;
    case 'base64':
      return fromBase64(body);
    case 'quoted-printable':
      return body.replace(/=(?:\n|$|([0-9a-f]{2}))/giu, (_, digits?: string) =>
        digits === undefined ? '' : String.fromCharCode(parseInt(digits, 16)),
      );
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** By character code: the six bits, or nothing for a character that is none of the alphabet. */
const bitsOf = Array.from({length: 256}, (_, code) => {
  const bits = alphabet.indexOf(String.fromCharCode(code));
  return bits < 0 ? undefined : bits;
});

/** Padding ends a unit wherever it stands: some programs pad every line. */
function fromBase64(text: string): string {
  const bytes = Buffer.allocUnsafe(Math.ceil((text.length * 3) / 4));
  let [size, held, heldBits] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const bits = bitsOf[code];
    if (bits === undefined) {
      if (code === 0x3d) [held, heldBits] = [0, 0];
      continue;
    }
    held = ((held << 6) | bits) & 0xffff;
    heldBits += 6;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[size] = (held >> heldBits) & 0xff;
    size += 1;
  }
  return bytes.toString('latin1', 0, size);
}
