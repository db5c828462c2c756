import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import type { PlanningGround } from '#plan/ground.ts';
import type { Drafted } from '#plan/part.ts';
import { Planner } from '#plan/planner.ts';
import type { ShortageChoice } from '#plan/shortage-choice.ts';
import { customerOf, direct, draftOf, everyone, holds, line, product } from './by-hand.ts';
import { anySituation } from './customers.ts';

const runs = { numRuns: 250 };
const choices = fc.constantFrom('wait' as const, 'planAll' as const);
const choiceOf = (onShortage: ShortageChoice['onShortage']): ShortageChoice => ({
  onShortage,
  waitingLast: new BitSet(),
});

type Asked = readonly [Uint32Array, Drafted, ShortageChoice];
const consequences = (ground: PlanningGround, ...asked: Asked) =>
  new Planner(ground).confirmable(...asked).consequences;

/** All that a Save does and is shown to do, by content; what is in Microsoft 365 at the moment apart. */
function doneBy(ground: PlanningGround, ...asked: Asked): string {
  const planner = new Planner(ground);
  const { preview } = planner.confirmable(...asked);
  const columns = planner.change(...asked);
  const users = [...columns.users].map((position, i) => [
    position,
    columns.causes[columns.causeOf[i]!],
    ground.sets.at(columns.before.licenses[i]!),
    ground.sets.at(columns.after.licenses[i]!),
    [columns.before.locations[i], columns.after.locations[i]],
  ]);
  const { products, ...numbers } = preview;
  const lines = products.map(({ ledger: { cloud: _, ...ledger }, ...rest }) =>
    ledger.needed + ledger.freed === 0 ? rest : [rest, ledger],
  );
  return JSON.stringify([users, numbers, lines, columns.shortages]);
}

/** What may happen to a customer between a preview and its Save. */
type Move = (ground: PlanningGround) => PlanningGround;

const withTable = (
  ground: PlanningGround,
  column: 'licenses' | 'locations',
  at: number,
  like: number,
): PlanningGround => {
  const { table } = ground;
  const planned = table[column].planned.slice();
  if (table.count > 0) planned[at % table.count] = planned[like % table.count]!;
  return { ...ground, table: { ...table, [column]: { ...table[column], planned } } };
};

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(fc.constantFrom('licenses' as const, 'locations' as const), fc.nat(), fc.nat()).map(
    ([column, at, like]) =>
      (ground: PlanningGround) =>
        withTable(ground, column, at, like),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(-1, 1)).map(([at, more]) => (ground: PlanningGround) => ({
    ...ground,
    products: ground.products.map((one, i) =>
      i !== at % ground.products.length || one.units === null
        ? one
        : { ...one, units: { ...one.units, enabled: one.units.enabled + more } },
    ),
  })),
  fc.nat().map((at) => (ground: PlanningGround) => ({
    ...ground,
    facts: ground.facts.filter((_, i) => i !== at % ground.facts.length),
  })),
);

describe('the consequences of a Save', { timeout: 60_000 }, () => {
  it('are the same only where it does the same', () => {
    const seen = { same: 0, other: 0 };
    fc.assert(
      fc.property(anySituation, choices, anyMove, ({ ground, draft, users }, answer, move) => {
        const asked = [users, draft, choiceOf(answer)] as const;
        const moved = move(ground);
        const isSame = consequences(ground, ...asked) === consequences(moved, ...asked);
        seen[isSame ? 'same' : 'other']++;
        if (isSame) expect(doneBy(moved, ...asked)).toBe(doneBy(ground, ...asked));
      }),
      runs,
    );
    // of both kinds there were many
    expect(Math.min(seen.same, seen.other)).toBeGreaterThan(5);
  });

  it('stay the same while a sync applies what was planned before', () => {
    fc.assert(
      fc.property(
        anySituation,
        choices,
        fc.array(fc.nat(9)),
        ({ ground, draft, users }, answer, applied) => {
          const asked = [users, draft, choiceOf(answer)] as const;
          const before = consequences(ground, ...asked);
          expect(consequences(synced(ground, applied), ...asked)).toBe(before);
        },
      ),
      runs,
    );
  });

  it('are others for other users, another order, another answer to a shortage', () => {
    const ground = customerOf([product('a', 1)], [{}, {}, {}]);
    const draft = draftOf(line('assign', 'a'));
    const of = (...users: number[]) =>
      consequences(ground, Uint32Array.from(users), draft, choiceOf('wait'));
    const all = [of(0), of(1), of(0, 1), of(1, 0), of(0, 1, 2), of(0, 2)];
    expect(new Set(all).size).toBe(all.length);
    const asked = [everyone(ground), draft] as const;
    expect(consequences(ground, ...asked, choiceOf('planAll'))).not.toBe(
      consequences(ground, ...asked, choiceOf('wait')),
    );
  });

  it('do not hang on licenses that the Save neither takes nor gives back', () => {
    const users = [{}, { holds: [holds('b', direct())] }];
    const of = (a: number, b: number) => {
      const ground = customerOf([product('a', a), product('b', b)], users);
      const draft = draftOf(line('assign', 'a'));
      return consequences(ground, everyone(ground), draft, choiceOf('wait'));
    };
    expect(of(5, 7)).toBe(of(5, 3));
    expect(of(5, 7)).not.toBe(of(4, 7));
  });
});

/** The customer after a sync applied the plan of these users. */
function synced(ground: PlanningGround, applied: readonly number[]): PlanningGround {
  const { table, sets, products } = ground;
  const licenses = table.licenses.baseline.slice();
  const locations = table.locations.baseline.slice();
  const gained = new Map<string, number>();
  for (const at of new Set(applied)) {
    if (at >= table.count || table.flags[at] !== 0) continue;
    for (const { skuId } of sets.at(licenses[at]!)) {
      gained.set(skuId, (gained.get(skuId) ?? 0) - 1);
    }
    licenses[at] = table.licenses.planned[at]!;
    locations[at] = table.locations.planned[at]!;
    for (const { skuId } of sets.at(licenses[at])) {
      gained.set(skuId, (gained.get(skuId) ?? 0) + 1);
    }
  }
  return {
    ...ground,
    table: {
      ...table,
      licenses: { ...table.licenses, baseline: licenses },
      locations: { ...table.locations, baseline: locations },
    },
    products: products.map((one) =>
      one.units === null
        ? one
        : {
            ...one,
            units: { ...one.units, consumed: one.units.consumed + (gained.get(one.skuId) ?? 0) },
          },
    ),
  };
}
