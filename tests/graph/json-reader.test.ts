import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/graph/json-fault.ts';
import { JsonReader } from '../../src/graph/json-reader.ts';
import { runs } from '../runs.ts';
import { nearlyJson } from './nearly-json.ts';

/** What the reader says of the text, cut into pieces that are at most so long. */
function readIn(text: string, length: number) {
  const reader = new JsonReader();
  for (let at = 0; at < text.length; at += length) {
    const refusal = reader.push(text.slice(at, at + length));
    if (refusal !== null) return refusal;
  }
  return reader.end();
}

/** What is to be said of it. */
function expected(text: string) {
  const index = findJsonFault(text);
  if (index !== null) return { kind: 'broken', index };
  return { kind: 'value', value: JSON.parse(text) as unknown };
}

/** Answers as Graph gives them, with blanks as people's tools print them. */
const answers = fc
  .tuple(fc.array(fc.jsonValue({ maxDepth: 3 })), fc.dictionary(fc.string(), fc.jsonValue()))
  .chain(([value, more]) =>
    fc.constantFrom<unknown>(value, { ...more, value }, { value, ...more }, [{ value }, more]),
  )
  .chain((answer) =>
    fc.constantFrom(undefined, 1, '\t').map((indent) => JSON.stringify(answer, null, indent)),
  );

/** Lists of objects that begin alike, as those in them do. */
const alike = fc
  .array(
    fc.record({
      id: fc.nat(9),
      more: fc.array(fc.record({ id: fc.constantFrom<unknown>(1, '},{"id":1', {}) })),
    }),
  )
  .chain((list) => fc.constantFrom<unknown>(list, { value: list }, { list, value: list }))
  .chain((answer) => fc.constantFrom(undefined, 1).map((by) => JSON.stringify(answer, null, by)));

const lengths = fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 400 }));

describe('the reader of JSON that comes in pieces', () => {
  it('gives what JSON.parse gives of the whole', () => {
    fc.assert(
      fc.property(fc.oneof(answers, alike, fc.json()), lengths, (text, length) => {
        expect(readIn(text, length)).toEqual(expected(text));
      }),
      { numRuns: runs({ quick: 500, all: 2000 }) },
    );
  });

  it('refuses what is no JSON, at the first place that breaks the grammar', () => {
    fc.assert(
      fc.property(
        fc.oneof(nearlyJson(answers), nearlyJson(alike), nearlyJson(fc.json()), fc.string()),
        lengths,
        (text, length) => {
          expect(readIn(text, length)).toEqual(expected(text));
        },
      ),
      { numRuns: runs({ quick: 1000, all: 5000 }) },
    );
  });

  it.each([
    '{"__proto__": {"a": 1}, "value": [{"__proto__": 2}]}',
    '{"a": 1, "b": 2, "a": [3]}',
    '[{"id":1},] {"id":2}',
    '[{"id":1}, {"id":2}, {"id":3} ]',
    '["\\"", "\\\\", "\\\\\\"", "\\u005d]"]',
    ' [ ] ',
    '{ }',
    '"a"',
    '12',
    '',
  ])('reads %j in pieces of any length', (text) => {
    for (let length = 1; length <= text.length + 1; length++) {
      const read = readIn(text, length);
      expect(read).toEqual(expected(text));
      expect(JSON.stringify(read)).toBe(JSON.stringify(expected(text)));
    }
  });

  it('has parsed what came before it is asked for the end', () => {
    const reader = new JsonReader();
    expect(reader.push('{"value": [{"id": 1}, {"id": x')).toBeNull();
    expect(reader.push('}')).toBeNull();
    expect(reader.push(',')).toEqual({ kind: 'broken', index: 29 });
  });
});
