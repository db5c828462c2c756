import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { canonicalSet, setKey, type LicenseSet } from '#licenses/license-set.ts';
import { Planner } from '#plan/planner.ts';
import { runs } from '../runs.ts';
import { anyCrowd, anySituation, skus, worldOf } from './customers.ts';
import { anySwapping } from './swapping.ts';
import { judgeUsers, say, type OracleVerdict } from './oracle.ts';
import { availableByHand, orderByHand, previewByHand, waitByHand } from './oracle-units.ts';
import { servicePlanStatesByHand, settledByHand } from './oracle-sets.ts';

const often = { numRuns: runs({ quick: 150, all: 800 }) };

describe('the engine says what walking the users one by one says', { timeout: 60_000 }, () => {
  it('in the preview', () => {
    fc.assert(
      fc.property(anySituation, ({ input, draft, users }) => {
        const preview = new Planner(input).preview(users, draft);
        const issues = [...preview.issues].sort((a, b) => (say(a.issue) < say(b.issue) ? -1 : 1));
        expect({ ...preview, issues }).toEqual(previewByHand(worldOf(input), draft, users));
      }),
      often,
    );
  });

  it('in the preview for very many users of whom hardly two hold the same', () => {
    fc.assert(
      fc.property(anyCrowd, ({ input, draft, users }) => {
        const preview = new Planner(input).preview(users, draft);
        const issues = [...preview.issues].sort((a, b) => (say(a.issue) < say(b.issue) ? -1 : 1));
        expect({ ...preview, issues }).toEqual(previewByHand(worldOf(input), draft, users));
      }),
      { numRuns: runs({ quick: 15, all: 150 }) },
    );
  });

  it('in the preview of swaps of what is held directly', () => {
    fc.assert(
      fc.property(anySwapping, ({ input, draft, users }) => {
        const preview = new Planner(input).preview(users, draft);
        const issues = [...preview.issues].sort((a, b) => (say(a.issue) < say(b.issue) ? -1 : 1));
        expect({ ...preview, issues }).toEqual(previewByHand(worldOf(input), draft, users));
      }),
      often,
    );
  });

  it('in the preview of one product cleared and another ticked, where a swap would keep things off', () => {
    fc.assert(
      fc.property(anySwapping, ({ input, draft, users }) => {
        const lines = draft.swaps.flatMap(({ from, to, decided }) => [
          { skuId: from, action: 'revoke' as const, servicePlans: {} },
          { skuId: to, action: 'assign' as const, servicePlans: decided },
        ]);
        const ticked = { ...draft, products: lines, swaps: [] };
        const preview = new Planner(input).preview(users, ticked);
        const issues = [...preview.issues].sort((a, b) => (say(a.issue) < say(b.issue) ? -1 : 1));
        expect({ ...preview, issues }).toEqual(previewByHand(worldOf(input), ticked, users));
      }),
      often,
    );
  });

  it('in a planner that has answered before', () => {
    fc.assert(
      fc.property(anySituation, anySituation, ({ input, draft, users }, other) => {
        const planner = new Planner(input);
        planner.preview(users, other.draft);
        // lines of the draft before stay, and what was worked out of them
        const more = { ...draft, products: [...other.draft.products, ...draft.products] };
        for (const next of [more, draft]) {
          expect(planner.preview(users, next)).toEqual(new Planner(input).preview(users, next));
        }
      }),
      { numRuns: runs({ quick: 50, all: 200 }) },
    );
  });

  it('of what is available', () => {
    fc.assert(
      fc.property(anySituation, ({ input }) => {
        const planner = new Planner(input);
        for (const product of input.products) {
          expect(planner.available(product.skuId).planned).toBe(
            availableByHand(worldOf(input), product),
          );
        }
      }),
      { numRuns: runs({ quick: 100, all: 300 }) },
    );
  });

  it('of the state of service plans', () => {
    fc.assert(
      fc.property(anySituation, fc.constantFrom(...skus), ({ input, users }, sku) => {
        expect(new Planner(input).servicePlanStates(users, sku)).toEqual(
          servicePlanStatesByHand(worldOf(input), users, sku),
        );
      }),
      { numRuns: runs({ quick: 150, all: 500 }) },
    );
  });

  it('in a change, for every user', () => {
    fc.assert(
      fc.property(
        anySituation,
        fc.constantFrom('wait' as const, 'planAll' as const),
        ({ input, draft, users, first, waitingLast }, onShortage) => {
          const world = worldOf(input);
          const last = new Set(waitingLast);
          const order = orderByHand([...users], first, last);
          const verdicts = judgeUsers(world, draft, order);
          const waits =
            onShortage === 'wait' ? waitByHand(world, verdicts, order) : new Map<number, never[]>();
          const choice = { onShortage, first, waitingLast: BitSet.of(waitingLast) };
          const change = new Planner(input).change(users, draft, choice);

          expect([...change.users]).toEqual(verdicts.map(({ position }) => position));
          verdicts.forEach((verdict, i) => {
            const { position } = verdict;
            const lack = waits.get(position);
            const cause = change.causes[change.causeOf[i]!]!;
            expect(cause.kind).toBe(lack ? 'waits' : verdict.kind);
            expect(cause.issues.map(say).sort()).toEqual(issuesByHand(verdict, lack));
            expect(change.before.licenses[i]).toBe(input.table.licenses.planned[position]);
            expect(change.before.locations[i]).toBe(verdict.locationBefore);
            const isPlanned = cause.kind === 'planned';
            expect(change.after.locations[i]).toBe(
              isPlanned ? verdict.locationAfter : verdict.locationBefore,
            );
            const baseline = input.sets.at(input.table.licenses.baseline[position]!);
            const after = isPlanned
              ? settledByHand(verdict, baseline, input.products)
              : verdict.before;
            expect(keyOf(input.sets.at(change.after.licenses[i]!))).toBe(keyOf(after));
          });
        },
      ),
      often,
    );
  });
});

const keyOf = (set: LicenseSet): string => setKey(canonicalSet(set));

const issuesByHand = ({ issues }: OracleVerdict, lack: readonly string[] | undefined): string[] => {
  const shortages = (lack ?? []).map((skuId) =>
    JSON.stringify([
      ['code', 'shortage'],
      ['severity', 'blocking'],
      ['skuId', skuId],
    ]),
  );
  return [...new Set([...issues.map(say), ...shortages])].sort();
};
