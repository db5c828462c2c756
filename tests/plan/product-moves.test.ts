import { describe, expect, it } from 'vitest';
import { canonicalSet, type Assignment } from '#licenses/license-set.ts';
import { productMoves } from '#plan/difference.ts';
import { byGroup, direct, E3, E5, TEAMS, VISIO } from '../users/merge-records.ts';

const both = (): Assignment => ({
  skuId: E3,
  paths: [...direct(E3).paths, ...byGroup(E3).paths],
});

const difference = (before: readonly Assignment[], after: readonly Assignment[]) => {
  const found = productMoves(canonicalSet(before), canonicalSet(after));
  return Object.fromEntries(
    Object.entries(found).map(([kind, products]) => [
      kind,
      (products as readonly Assignment[]).map(({ skuId }) => skuId),
    ]),
  );
};

const nothing = { gained: [], lost: [], keptByGroup: [], switched: [] };

describe('the difference of two license sets', () => {
  it('of a set and itself is nothing', () => {
    expect(difference([both(), direct(VISIO)], [both(), direct(VISIO)])).toEqual(nothing);
  });

  it('tells what comes from what goes', () => {
    expect(difference([direct(E3)], [direct(E5)])).toEqual({
      ...nothing,
      gained: [E5],
      lost: [E3],
    });
  });

  it('tells a lost direct copy from a lost product', () => {
    expect(difference([both()], [byGroup(E3)])).toEqual({ ...nothing, keptByGroup: [E3] });
  });

  it('tells when service plans are switched, either way', () => {
    expect(difference([direct(E3)], [direct(E3, TEAMS)])).toEqual({ ...nothing, switched: [E3] });
    expect(difference([direct(E3, TEAMS)], [direct(E3)])).toEqual({ ...nothing, switched: [E3] });
  });

  it('does not take the state that the cloud gave for a difference', () => {
    const pending = {
      skuId: E3,
      paths: direct(E3).paths.map((path) => ({ ...path, state: null })),
    };
    expect(difference([pending], [direct(E3)])).toEqual(nothing);
  });
});
