/**
 * Lines of a byte stream, each as soon as it is there. Invalid UTF-8 becomes U+FFFD; a line may be of any length.
 *
 * Only line feeds part lines (and a carriage return before one goes with it): JSON may hold U+2028, which
 * `node:readline` would take for an end of line.
 */

/** @param input Chunks of bytes, such as standard input. */
export async function* inputLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  // `ignoreBOM: false` drops a byte order mark at the start.
  const decoder = new TextDecoder('utf-8', {ignoreBOM: false});
  let parts: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, {stream: true});
    const [first = '', ...others] = text.split('\n');
    parts.push(first);
    for (const other of others) {
      yield lineOf(parts);
      parts = [other];
    }
  }
  parts.push(decoder.decode());
  const last = lineOf(parts);
  if (last !== '') yield last;
}

function lineOf(parts: readonly string[]): string {
  const line = parts.join('');
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
