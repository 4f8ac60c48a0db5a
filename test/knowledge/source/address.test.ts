/**
 * Which addresses are read, and where a redirect may lead.
 */
import {describe, expect, it} from 'vitest';
import {parseAddress, redirectTarget} from '../../../knowledge/source/address.js';
import {SourceError} from '../../../knowledge/source/source.js';

function refusal(address: string): string {
  try {
    return `read: ${parseAddress(address).href}`;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.message;
  }
}

describe('an address', () => {
  it.each([
    ['https://example.org/bpf.rst', 'read: https://example.org/bpf.rst'],
    ['http://localhost:8080/bpf.rst', 'read: http://localhost:8080/bpf.rst'],
    ['http://127.0.0.1/bpf.rst', 'read: http://127.0.0.1/bpf.rst'],
    ['http://127.1/bpf.rst', 'read: http://127.0.0.1/bpf.rst'],
    ['http://[::1]:81/bpf.rst', 'read: http://[::1]:81/bpf.rst'],
    ['', ' is no address. Write it as https://host/path.rst.'],
    ['bpf.rst', 'bpf.rst is no address. Write it as https://host/path.rst.'],
    ['https://', 'https:// is no address. Write it as https://host/path.rst.'],
    ['http://example.org/bpf.rst', 'http://example.org/bpf.rst is not https. Only https addresses are read.'],
    ['http://127.0.0.1.nip.io/a', 'http://127.0.0.1.nip.io/a is not https. Only https addresses are read.'],
    ['http://localhost.example/a', 'http://localhost.example/a is not https. Only https addresses are read.'],
    ['http://10.0.0.1/a', 'http://10.0.0.1/a is not https. Only https addresses are read.'],
    ['file:///etc/passwd', 'file:///etc/passwd is not https. Only https addresses are read.'],
    ['data:text/plain,Q', 'data:text/plain,Q is not https. Only https addresses are read.'],
    ['ftp://example.org/a', 'ftp://example.org/a is not https. Only https addresses are read.'],
    [
      'https://me:hunter2@example.org/a.rst',
      'https://example.org/a.rst was given with a user or a password. Name an address that needs none.',
    ],
  ])('%s', (address, expected) => expect(refusal(address)).toBe(expected));
});

describe('a redirect', () => {
  it.each([
    ['https://example.org/a', '/b.rst', 'https://example.org/b.rst'],
    ['https://example.org/a', 'https://other.example/b.rst', 'https://other.example/b.rst'],
    ['http://127.0.0.1:81/a', 'http://localhost:82/b', 'http://localhost:82/b'],
    ['http://127.0.0.1:81/a', 'https://example.org/b', 'https://example.org/b'],
    ['https://example.org/a', 'http://example.org/b', undefined],
    ['https://example.org/a', 'http://127.0.0.1/b', undefined],
    ['https://example.org/a', 'https://localhost/b', undefined],
    ['https://example.org/a', 'file:///etc/passwd', undefined],
    ['https://example.org/a', 'https://me:hunter2@example.org/b', undefined],
    ['https://example.org/a', 'https://', undefined],
  ])('from %s to %s', (from, location, target) => {
    expect(redirectTarget(new URL(from), location)?.href).toBe(target);
  });
});
