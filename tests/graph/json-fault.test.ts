import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/graph/json-fault.ts';
import { nearlyJson } from './nearly-json.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonFault', () => {
  it('finds a fault in exactly the texts that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearlyJson(fc.json()), fc.string()), (text) => {
        expect(findJsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    '[1,]',
    '{"a":1,}',
    '[,]',
    '{,}',
    '{"a"}',
    '[1 2]',
    '1 2',
    '[}',
    '{]',
    ']',
    '',
    '"\u0001"',
  ])('finds a fault in %j', (text) => {
    expect(isJson(text)).toBe(false);
    expect(findJsonFault(text)).not.toBeNull();
  });

  it('tells where', () => {
    const text = '{\n  "a": 1,\n  "b": x2\n}';
    expect(findJsonFault(text)).toBe(text.indexOf('x2'));
  });

  it('says that a text cut off ends too early', () => {
    expect(findJsonFault('{"value": [\n1, 2')).toBe(16);
  });

  it('reads very long strings and deep nesting', () => {
    expect(findJsonFault(JSON.stringify('a'.repeat(5_000_000)))).toBeNull();
    expect(findJsonFault('['.repeat(100_000))).toBe(100_000);
  });
});
