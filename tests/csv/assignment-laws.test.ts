import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { readAssignmentList } from '../../src/csv/read-assignment-list.ts';
import type { ListDrafts } from '../../src/csv/list-drafts.ts';
import type { LastRow } from '../../src/csv/assignment-list.ts';
import { listModes, type ListMode } from '../../src/csv/list-mode.ts';
import { runs } from '../runs.ts';
import { anyList, anyStyle, textOf } from './list-texts.ts';
import { listByHand } from './list-by-hand.ts';
import {
  asItIs,
  draftsOf,
  E3,
  EMS,
  listIn,
  lookup,
  saidBy,
  UNLISTED,
  VISIO,
} from './list-world.ts';
import { streamed } from './streamed.ts';

const exact: ListMode = { kind: 'exact', covered: new Set([E3, VISIO, EMS]) };
const modes: readonly ListMode[] = [
  { kind: 'eachRow' },
  { kind: 'assignOnly' },
  { kind: 'revokeOnly' },
  exact,
];

const revoked = (drafts: ListDrafts): string[] =>
  saidBy(drafts).filter((line) => line.includes(' revoke '));

/** What a person knows of the end of the list: nothing, or its last row, by its number or by all of it. */
interface KnownEnd {
  readonly number: number | null;
  readonly row: LastRow | null;
}

const readAs = (bytes: Uint8Array, lastRow: LastRow | null) =>
  readAssignmentList(streamed(bytes), lookup, { ...asItIs, lastRow }, steady);

/** Everything that may be known of the end of a whole file. */
async function knownEnds(bytes: Uint8Array): Promise<KnownEnd[]> {
  const list = await readAs(bytes, null);
  // as it reads where only the line break is missing
  let length = bytes.length;
  while (bytes[length - 1] === 10 || bytes[length - 1] === 13) length--;
  const cut = await readAs(bytes.subarray(0, length), null);
  const row = cut.ok ? cut.value.unended : null;
  // within quotes, line breaks are a part of the row
  const said = row && (await readAs(bytes, row));
  const isLast = said?.ok === true && said.value.end !== 'cut' && said.value.end !== 'lineBreak';
  return [
    { number: null, row: null },
    ...(list.ok ? [{ number: list.value.lastRow, row: null }] : []),
    ...(isLast ? [{ number: null, row }] : []),
  ];
}

/** Everything that a file revokes, for what may be known of its end and each mode; a file that is not read revokes nothing. */
async function revocations(bytes: Uint8Array, ends: readonly KnownEnd[]): Promise<string[][]> {
  const ways = ends.flatMap((end) => modes.map((mode) => ({ end, mode })));
  return Promise.all(
    ways.map(async ({ end, mode }) => {
      const list = await readAs(bytes, end.row);
      return list.ok ? revoked(await draftsOf(list.value, mode, end.number)) : [];
    }),
  );
}

/** What follows below the list all the same. */
const tail = fc.constantFrom('', '', '', '\n', 'ada@x.com,SPE_E3\n', '"', '\r', 'x,"y\n');

describe('a file that was cut', () => {
  it.each([
    ['any list', false],
    ['a list that revokes', true],
  ])(
    'never revokes what the whole file does not, wherever it was cut, in any mode: %s',
    async (_, revokes) => {
      await fc.assert(
        fc.asyncProperty(anyList, anyStyle, tail, async (list, style, more) => {
          const bytes = new TextEncoder().encode(textOf(list, style) + more);
          const known = await knownEnds(bytes);
          const whole = await revocations(bytes, known);
          fc.pre(!revokes || whole.some((lines) => lines.length > 0));
          for (let at = 0; at < bytes.length; at++) {
            const cut = await revocations(bytes.subarray(0, at), known);
            for (const [way, lines] of cut.entries()) {
              expect(whole[way]).toEqual(expect.arrayContaining(lines));
            }
          }
        }),
        { numRuns: runs({ quick: 2, all: 20 }) },
      );
    },
    60_000,
  );
});

describe('assignment lists', () => {
  it('ask what a plain walk over their rows asks, and leave the same users alone', async () => {
    const tries = runs({ quick: 120, all: 1500 });
    let asking = 0;
    let leaving = 0;
    const covered = fc.subarray([E3, VISIO, EMS, UNLISTED]).map((some) => new Set(some));
    const kinds = fc.constantFrom(...listModes);
    await fc.assert(
      fc.asyncProperty(anyList, anyStyle, kinds, covered, async (text, style, kind, some) => {
        const list = await listIn(textOf(text, { ...style, lastBreak: true, end: 'right' }));
        const mode = kind === 'exact' ? { kind, covered: some } : { kind };
        const drafts = await draftsOf(list, mode, null);
        const byHand = listByHand(text, kind, kind === 'exact' ? some : new Set());
        expect(saidBy(drafts)).toEqual(byHand.said);
        expect(drafts.leftAlone.map(({ position }) => position)).toEqual(byHand.leftAlone);
        expect(drafts.heldBack).toEqual(new Uint32Array());
        asking += byHand.said.length;
        leaving += byHand.leftAlone.length;
      }),
      { numRuns: tries },
    );
    expect(asking).toBeGreaterThan(tries / 3);
    expect(leaving).toBeGreaterThan(tries / 3);
  });

  it('say the same in any order of their rows, however they are written', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyList.chain(({ header, rows }) =>
          fc.tuple(
            fc.constant({ header, rows }),
            fc.shuffledSubarray([...rows], { minLength: rows.length }).map((other) => ({
              header,
              rows: other,
            })),
          ),
        ),
        anyStyle,
        anyStyle,
        fc.constantFrom(...modes),
        async ([one, other], style, another, mode) => {
          const whole = { end: 'right', lastBreak: true } as const;
          const [first, second] = await Promise.all(
            [textOf(one, { ...style, ...whole }), textOf(other, { ...another, ...whole })].map(
              async (text) => draftsOf(await listIn(text), mode),
            ),
          );
          expect(saidBy(second!)).toEqual(saidBy(first!));
          expect(second!.leftAlone.map(({ position }) => position)).toEqual(
            first!.leftAlone.map(({ position }) => position),
          );
          expect(second!.outside).toBe(first!.outside);
          expect(second!.unasked).toBe(first!.unasked);
        },
      ),
      { numRuns: runs({ quick: 80, all: 300 }) },
    );
  });

  it('never revoke in the mode that only assigns, nor assign in the one that only revokes', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, anyStyle, async (text, style) => {
        const list = await listIn(textOf(text, { ...style, lastBreak: true, end: 'right' }));
        const assigned = saidBy(await draftsOf(list, { kind: 'assignOnly' }));
        expect(assigned.filter((line) => line.includes(' revoke '))).toEqual([]);
        const taken = saidBy(await draftsOf(list, { kind: 'revokeOnly' }));
        expect(taken.filter((line) => !line.includes(' revoke '))).toEqual([]);
      }),
      { numRuns: runs({ quick: 50, all: 150 }) },
    );
  });
});
