import {describe, expect, it} from 'vitest';
import {formatJson} from '../../../adapters/terminal/json.js';

const steering = {text: 'a\u001b[31m\u009b\u007f\u202e\u2028b', more: ['é', '日']};

describe('formatJson', () => {
  it('writes what could steer as escapes', () =>
    expect(formatJson(steering, 0)).toBe('{"text":"a\\u001b[31m\\u009b\\u007f\\u202e\\u2028b","more":["é","日"]}'));
  it('loses nothing', () => expect(JSON.parse(formatJson(steering))).toEqual(steering));
});
