import {describe, expect, it} from 'vitest';
import {remembered} from '../../bot/remembered.js';

describe('what is remembered', () => {
  it('is made once for each object, nothing included', () => {
    const asked: object[] = [];
    const nameOf = remembered((key: {readonly name?: string}) => {
      asked.push(key);
      return key.name;
    });
    const [ada, other, nobody] = [{name: 'Ada'}, {name: 'Ada'}, {}];
    expect([ada, other, nobody, ada, nobody].map(nameOf)).toEqual(['Ada', 'Ada', undefined, 'Ada', undefined]);
    expect(asked).toEqual([ada, other, nobody]);
  });
});
