import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import {
  allMatching,
  emptySelection,
  kept,
  wholeSelection,
  withAwaited,
  withoutAwaited,
  withPositions,
} from '#users/selection-edit.ts';
import { everybody } from '#users/user-query.ts';

const finance = { ...everybody, text: 'finance' };

describe('choosing and taking out', () => {
  it('is the same as on a plain set', () => {
    const edits = fc.array(fc.tuple(fc.array(fc.nat({ max: 70 })), fc.boolean()));
    fc.assert(
      fc.property(edits, (list) => {
        let selection = emptySelection;
        const plain = new Set<number>();
        for (const [positions, selected] of list) {
          selection = withPositions(selection, positions, selected, 5);
          for (const position of positions) {
            if (selected) plain.add(position);
            else plain.delete(position);
          }
        }
        expect(selection.members.members()).toEqual([...plain].sort((a, b) => a - b));
      }),
    );
  });

  it('never changes the selection that it started from', () => {
    const one = withPositions(emptySelection, [1], true, 5);
    withPositions(one, [2], true, 6);
    withPositions(one, [1], false, 6);
    expect(one.members.members()).toEqual([1]);
    expect(emptySelection.members.isEmpty()).toBe(true);
  });

  it('notes when it was', () => {
    expect(withPositions(emptySelection, [1], true, 77).chosenAt).toBe(77);
  });

  it('leaves the remembered filter, so that users who come later can still be offered', () => {
    const all = allMatching(finance, { matches: BitSet.of([1, 2, 3]), count: 10, now: 5 });
    const fewer = withPositions(all, [2], false, 6);
    expect(fewer).toMatchObject({ matching: finance, seen: 10, chosenAt: 6 });
    expect(fewer.members.members()).toEqual([1, 3]);
  });
});

describe('Select all matching', () => {
  it('takes those who match now, adds them to the chosen ones and remembers the filter', () => {
    const before = withPositions(emptySelection, [8], true, 4);
    const all = allMatching(finance, { matches: BitSet.of([1, 2]), count: 10, now: 5 }, before);
    expect(all).toMatchObject({ matching: finance, seen: 10, chosenAt: 5 });
    expect(all.members.members()).toEqual([1, 2, 8]);
  });

  it('keeps bits of its own', () => {
    const matches = BitSet.of([1]);
    const all = allMatching(finance, { matches, count: 10, now: 5 });
    matches.add(2);
    expect(all.members.members()).toEqual([1]);
  });
});

it('makes an earlier day’s selection today’s and leaves the rest', () => {
  const all = allMatching(finance, { matches: BitSet.of([1]), count: 10, now: 5 });
  expect(kept(all, 9)).toEqual({ ...all, chosenAt: 9 });
});

describe('names of users who are not here yet', () => {
  it('are waited for once, whatever their case, until they are dropped', () => {
    const two = withAwaited(emptySelection, ['New@x.io', 'other@x.io', 'new@X.io']);
    expect(two.awaited).toEqual(['New@x.io', 'other@x.io']);
    expect(withAwaited(two, ['OTHER@x.io', 'third@x.io']).awaited).toEqual([
      'New@x.io',
      'other@x.io',
      'third@x.io',
    ]);
    expect(withoutAwaited(two, ['NEW@x.io']).awaited).toEqual(['other@x.io']);
  });

  it('stay while users are chosen, also all who match', () => {
    const one = withAwaited(emptySelection, ['new@x.io']);
    expect(withPositions(one, [1], true, 5).awaited).toEqual(['new@x.io']);
    expect(
      allMatching(finance, { matches: BitSet.of([3]), count: 9, now: 5 }, one).awaited,
    ).toEqual(['new@x.io']);
  });

  it('are none in a selection that was stored before', () => {
    const stored = { members: BitSet.of([1]), matching: null, seen: 0, chosenAt: 7 };
    expect(wholeSelection(stored)).toEqual({ ...stored, awaited: [], reviewing: null });
  });
});
