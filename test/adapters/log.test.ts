import {describe, expect, it} from 'vitest';
import {createLog} from '../../adapters/log.js';

describe('log', () => {
  it.each([
    ['error', ['bpf-howto: open https://x.example/?a=1&b=2\n', 'bpf-howto: a b\n']],
    ['warn', ['bpf-howto: open https://x.example/?a=1&b=2\n', 'bpf-howto: a b\n', 'bpf-howto: warn: x\n']],
    [
      'debug',
      [
        'bpf-howto: open https://x.example/?a=1&b=2\n',
        'bpf-howto: a b\n',
        'bpf-howto: warn: x\n',
        'bpf-howto: info: y\n',
        'bpf-howto: debug: z\n',
      ],
    ],
  ] as const)('tells at level %s', (level, lines) => {
    const told: string[] = [];
    const log = createLog(level, (line) => told.push(line));
    log.notice('open https://x.example/?a=1&b=2');
    log.error('a\n\u001b[31mb');
    log.warn('x');
    log.info('y');
    log.debug('z');
    expect(told).toEqual(lines);
  });
});
