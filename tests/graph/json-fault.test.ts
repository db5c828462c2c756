import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/graph/json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const MARKS = Array.from('{}[],:"\\e-.0 \n\u0001\u0085x');

/** JSON texts with one character put in, taken out or cut off at. */
const nearlyJson = fc
  .tuple(fc.json(), fc.nat(), fc.constantFrom(...MARKS), fc.nat(2))
  .map(([json, at, char, how]) => {
    const index = at % (json.length + 1);
    if (how === 0) return json.slice(0, index);
    return json.slice(0, index) + char + json.slice(how === 1 ? index : index + 1);
  });

describe('findJsonFault', () => {
  it('finds a fault in exactly the texts that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearlyJson, fc.string()), (text) => {
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

  it('tells line, column and what stands there', () => {
    expect(findJsonFault('{\n  "a": 1,\n  "b": x2\n}')).toEqual({
      line: 3,
      column: 8,
      found: 'x2\n}',
    });
  });

  it('says that a file cut off ends too early', () => {
    expect(findJsonFault('{"value": [\n1, 2')).toEqual({ line: 2, column: 5, found: '' });
  });

  it('reads very long strings and deep nesting', () => {
    expect(findJsonFault(JSON.stringify('a'.repeat(5_000_000)))).toBeNull();
    expect(findJsonFault('['.repeat(100_000))).toEqual({ line: 1, column: 100_001, found: '' });
  });
});
