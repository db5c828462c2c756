import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { givesLicense, type LicenseSet } from '#licenses/license-set.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import type { Drafted } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import type { ShortageChoice } from '#plan/short-products.ts';
import { customerOf, direct, draftOf, everyone, holds, line, product } from './by-hand.ts';
import { anySituation } from './customers.ts';

const runs = { numRuns: 250 };
const choices = fc.constantFrom('wait' as const, 'planAll' as const);
const choiceOf = (onShortage: ShortageChoice['onShortage']): ShortageChoice => ({
  onShortage,
  waitingLast: new BitSet(),
});

type Asked = readonly [Uint32Array, Drafted, ShortageChoice];
const consequences = (input: PlanningInput, ...asked: Asked) =>
  new Planner(input).confirmable(...asked).consequences;

/** The licenses without what the cloud says of a path that gives one: no Save depends on it. */
const withoutErrors = (licenses: LicenseSet): LicenseSet =>
  licenses.map(({ skuId, paths }) => ({
    skuId,
    paths: paths.map((path) => ({
      ...path,
      state: givesLicense(path) ? 'gives' : path.state,
      error: null,
    })),
  }));

/** All that a Save does and is shown to do, by content; what is in Microsoft 365 at the moment apart. */
function doneBy(input: PlanningInput, ...asked: Asked): string {
  const planner = new Planner(input);
  const { preview } = planner.confirmable(...asked);
  const columns = planner.change(...asked);
  const users = [...columns.users].map((position, i) => [
    position,
    columns.causes[columns.causeOf[i]!],
    withoutErrors(input.sets.at(columns.before.licenses[i]!)),
    withoutErrors(input.sets.at(columns.after.licenses[i]!)),
    [columns.before.locations[i], columns.after.locations[i]],
  ]);
  const { products, ...numbers } = preview;
  const lines = products.map(({ ledger: { cloud: _, ...ledger }, remaining, ...rest }) =>
    ledger.needed + ledger.freed === 0 ? rest : [rest, ledger, remaining],
  );
  return JSON.stringify([users, numbers, lines, columns.shortages]);
}

/** What may happen to a customer between a preview and its Save. */
type Move = (input: PlanningInput) => PlanningInput;

const withTable = (
  input: PlanningInput,
  column: 'licenses' | 'locations',
  at: number,
  like: number,
): PlanningInput => {
  const { table } = input;
  const planned = table[column].planned.slice();
  if (table.count > 0) planned[at % table.count] = planned[like % table.count]!;
  return { ...input, table: { ...table, [column]: { ...table[column], planned } } };
};

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(fc.constantFrom('licenses' as const, 'locations' as const), fc.nat(), fc.nat()).map(
    ([column, at, like]) =>
      (input: PlanningInput) =>
        withTable(input, column, at, like),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(-1, 1)).map(([at, more]) => (input: PlanningInput) => ({
    ...input,
    products: input.products.map((one, i) =>
      i !== at % input.products.length || one.units === null
        ? one
        : { ...one, units: { ...one.units, enabled: one.units.enabled + more } },
    ),
  })),
  fc.nat().map((at) => (input: PlanningInput) => ({
    ...input,
    facts: input.facts.filter((_, i) => i !== at % input.facts.length),
  })),
);

describe('the consequences of a Save', { timeout: 60_000 }, () => {
  it('are the same only where it does the same', () => {
    const seen = { same: 0, other: 0 };
    fc.assert(
      fc.property(anySituation, choices, anyMove, ({ input, draft, users }, answer, move) => {
        const asked = [users, draft, choiceOf(answer)] as const;
        const moved = move(input);
        const isSame = consequences(input, ...asked) === consequences(moved, ...asked);
        seen[isSame ? 'same' : 'other']++;
        if (isSame) expect(doneBy(moved, ...asked)).toBe(doneBy(input, ...asked));
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
        ({ input, draft, users }, answer, applied) => {
          const asked = [users, draft, choiceOf(answer)] as const;
          const before = consequences(input, ...asked);
          expect(consequences(synced(input, applied), ...asked)).toBe(before);
        },
      ),
      runs,
    );
  });

  it('are others for other users, another order, another answer to a shortage', () => {
    const input = customerOf([product('a', 1)], [{}, {}, {}]);
    const draft = draftOf(line('assign', 'a'));
    const of = (...users: number[]) =>
      consequences(input, Uint32Array.from(users), draft, choiceOf('wait'));
    const all = [of(0), of(1), of(0, 1), of(1, 0), of(0, 1, 2), of(0, 2)];
    expect(new Set(all).size).toBe(all.length);
    const asked = [everyone(input), draft] as const;
    expect(consequences(input, ...asked, choiceOf('planAll'))).not.toBe(
      consequences(input, ...asked, choiceOf('wait')),
    );
  });

  it('do not hang on licenses that the Save neither takes nor gives back', () => {
    const users = [{}, { holds: [holds('b', direct())] }];
    const of = (a: number, b: number) => {
      const input = customerOf([product('a', a), product('b', b)], users);
      const draft = draftOf(line('assign', 'a'));
      return consequences(input, everyone(input), draft, choiceOf('wait'));
    };
    expect(of(5, 7)).toBe(of(5, 3));
    expect(of(5, 7)).not.toBe(of(4, 7));
  });
});

/** The customer after a sync applied the plan of these users. */
function synced(input: PlanningInput, applied: readonly number[]): PlanningInput {
  const { table, sets, products } = input;
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
    ...input,
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
