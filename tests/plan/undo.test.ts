import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setKey } from '#licenses/license-set.ts';
import type { SkuId } from '#licenses/ids.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { Standing, type Change } from '#plan/change.ts';
import { foldChanges } from '#plan/fold.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { isPresent } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import { customerOf, direct, draftOf, holds, line, product } from './by-hand.ts';
import { swapsThatCount } from './oracle-swaps.ts';
import { anyHistory, anySaves, history, nobodyLast, Stack, type Save } from './stack.ts';

const baselineOf = ({ table }: PlanningInput) => ({
  licenses: table.licenses.baseline,
  locations: table.locations.baseline,
});

const everybody = (stack: Stack, which: number) =>
  ({ kind: 'takenOut', which, only: null, alsoWanted: true }) as const;

/** The input with numbers of its own: two plans made from it know nothing of each other. */
const apart = (input: PlanningInput): PlanningInput => ({
  ...input,
  sets: new LicenseSets(input.sets.since(0)),
});

const stackOf = (input: PlanningInput, saves: readonly Save[]): Stack => {
  const stack = new Stack(apart(input));
  for (const save of saves) stack.save({ ...save, onShortage: 'planAll' });
  return stack;
};

const planOf = ({ input, planned }: Stack, position: number): string =>
  `${setKey(input.sets.at(planned.licenses[position]!))} ${planned.locations[position]}`;

const kindFor = ({ users, causes, causeOf }: Change, position: number): string | undefined =>
  causes[causeOf[users.indexOf(position)] ?? -1]?.kind;

describe('the plan after any Saves, undos and redos', { timeout: 120_000 }, () => {
  it('is the baseline with what is open folded onto it', () => {
    fc.assert(
      fc.property(anyHistory, ({ input, deeds }) => {
        const stack = history(input, deeds);
        const { sets, products, table } = stack.input;
        const folded = foldChanges(baselineOf(stack.input), stack.changes, sets, products);
        for (let position = 0; position < table.count; position++) {
          if (!isPresent(table, position)) continue;
          expect(stack.planned.licenses[position]).toBe(folded.licenses[position]);
          expect(stack.planned.locations[position]).toBe(folded.locations[position]);
        }
      }),
      { numRuns: runs({ quick: 60, all: 300 }) },
    );
  });

  it('tells of every user how the change stands, and which event moved it', () => {
    fc.assert(
      fc.property(anyHistory, ({ input, deeds }) => {
        for (const { standing, eventOf, events } of history(input, deeds).changes) {
          standing.forEach((one, i) => {
            const last = events[eventOf[i]! - 1];
            expect(one === Standing.takenOut).toBe(last?.kind === 'takenOut');
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('taking a change out', { timeout: 120_000 }, () => {
  it('of a stack is as if it had never been made', () => {
    let compared = 0;
    fc.assert(
      fc.property(anySaves, ({ input, saves, move }) => {
        const which = move.which % saves.length;
        const stack = stackOf(input, saves);
        const step = stack.step(everybody(stack, which))!;
        stack.take(step, 'planAll');
        const without = stackOf(
          input,
          saves.filter((_, i) => i !== which),
        );
        const others = stack.changes.filter((_, i) => i !== which);
        const stays = new Set(step.impossible.map(({ position }) => position));
        step.users.forEach((position, i) => {
          if (step.cases[step.caseOf[i]!]!.kind === 'notChanged') stays.add(position);
        });
        for (let position = 0; position < input.table.count; position++) {
          if (stays.has(position)) continue;
          // a later Save may have found something to do for a user, or not, because of this one
          const isAlike = others.every(
            (change, i) => kindFor(change, position) === kindFor(without.changes[i]!, position),
          );
          if (!isAlike) continue;
          expect(planOf(stack, position)).toBe(planOf(without, position));
          if (kindFor(step.change, position) === 'planned') compared++;
        }
      }),
      { numRuns: runs({ quick: 100, all: 400 }) },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('gives the baseline when it is the only one', () => {
    fc.assert(
      fc.property(anySaves, ({ input, saves }) => {
        const stack = stackOf(input, saves.slice(0, 1));
        const step = stack.step(everybody(stack, 0))!;
        expect(step.cases.filter(({ kind }) => kind === 'notChanged')).toEqual([]);
        stack.take(step, 'planAll');
        expect(stack.planned).toEqual(baselineOf(input));
      }),
      { numRuns: runs({ quick: 40, all: 200 }) },
    );
  });

  it('one after the other gives the baseline, in whatever order, except where one must stay', () => {
    fc.assert(
      fc.property(anySaves, fc.boolean(), ({ input, saves }, isNewestFirst) => {
        const stack = stackOf(input, saves);
        const order = isNewestFirst ? [...saves.keys()].reverse() : [...saves.keys()];
        for (const which of order) stack.take(stack.step(everybody(stack, which))!, 'planAll');
        const open = stack.changes.flatMap(({ users, standing, causes, causeOf }) =>
          [...users].filter(
            (_, i) => standing[i] === Standing.open && causes[causeOf[i]!]?.kind === 'planned',
          ),
        );
        for (let position = 0; position < input.table.count; position++) {
          if (open.includes(position) || !isPresent(input.table, position)) continue;
          expect(stack.planned.licenses[position]).toBe(input.table.licenses.baseline[position]);
          expect(stack.planned.locations[position]).toBe(input.table.locations.baseline[position]);
        }
      }),
      { numRuns: runs({ quick: 40, all: 200 }) },
    );
  });
});

describe('putting a change back', { timeout: 120_000 }, () => {
  it('gives exactly the plan before, and leaves out only whose plan an import had made impossible', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(6), ({ input, deeds }, which) => {
        const stack = history(input, deeds);
        const before = stack.planned;
        const undo = stack.step(everybody(stack, which));
        if (undo === null) return;
        const standingBefore = undo.change.standing;
        stack.take(undo, 'planAll');
        const moved = [...undo.users].filter(
          (_, i) => undo.cases[undo.caseOf[i]!]!.kind !== 'notChanged',
        );
        const redo = stack.step({ kind: 'putBack', which, only: moved, alsoWanted: false })!;
        const choice = { onShortage: 'planAll', waitingLast: nobodyLast } as const;
        const stays = stack.planner.stepStays(redo, choice);
        const reasons = stays.map(({ reason }) => reason);
        const isImported = deeds.some((deed) => 'like' in deed);
        expect(reasons.filter((reason) => !isImported || reason !== 'blocked')).toEqual([]);
        stack.take(redo, 'planAll');
        const stayed = new Set(stays.map(({ position }) => position));
        for (let position = 0; position < input.table.count; position++) {
          if (stayed.has(position)) continue;
          expect(stack.planned.licenses[position]).toBe(before.licenses[position]);
          expect(stack.planned.locations[position]).toBe(before.locations[position]);
        }
        const { standing } = stack.changes[which % stack.changes.length]!;
        if (stays.length === 0) expect(standing).toEqual(standingBefore);
      }),
      { numRuns: runs({ quick: 60, all: 300 }) },
    );
  });

  it('keeps to it where a product of unknown parts was revoked and assigned again', () => {
    const input = customerOf([product('a', 9, null)], [{ holds: [holds('a', direct(['files']))] }]);
    const stack = new Stack(input);
    const users = Uint32Array.of(0);
    for (const action of ['revoke', 'assign'] as const)
      stack.save({ users, drafted: draftOf(line(action, 'a')), onShortage: 'planAll' });
    const before = stack.planned;
    stack.take(stack.step(everybody(stack, 0))!, 'planAll');
    const redo = stack.step({ kind: 'putBack', which: 0, only: null, alsoWanted: false })!;
    expect(redo.cases.map(({ kind }) => kind)).toEqual(['planned']);
    stack.take(redo, 'planAll');
    expect(stack.planned).toEqual(before);
  });
});

/** The products that a Save that stands gives to the user, and found there. */
function foundIn(change: Change, position: number): SkuId[] {
  const kindAt = (at: number) => change.causes[change.causeOf[at]!]!.kind;
  const planned = [...change.users.keys()].filter((at) => kindAt(at) === 'planned');
  if (planned.length > 0 && planned.every((at) => change.standing[at] === 1)) return [];
  const i = change.users.indexOf(position);
  if (i < 0 || !['already', 'unchanged'].includes(kindAt(i))) return [];
  const { products, swaps } = change.parts[change.partOf[i]!]!;
  const swapped = swapsThatCount(swaps).flatMap(({ from, to }) => [from, to]);
  return products.flatMap(({ skuId, action }) =>
    action === 'assign' && !swapped.includes(skuId) ? [skuId] : [],
  );
}

describe('a license that a later Save found in place', () => {
  const assign = (letter: string) => draftOf(line('assign', letter));
  const saved = (...saves: [draft: ReturnType<typeof draftOf>, users: number[]][]): Stack => {
    const users = [{}, {}, { holds: [holds('c')] }];
    const stack = new Stack(customerOf([product('a'), product('b'), product('c')], users));
    for (const [drafted, users] of saves) {
      stack.save({ drafted, users: Uint32Array.from(users), onShortage: 'planAll' });
    }
    return stack;
  };
  const undo = (stack: Stack, alsoWanted = false) => {
    const step = stack.step({ kind: 'takenOut', which: 0, only: null, alsoWanted })!;
    const choice = { onShortage: 'planAll', waitingLast: nobodyLast } as const;
    const stays = stack.planner.stepStays(step, choice);
    const { moved, wantedLater } = stack.planner.stepPreview(step, choice);
    return { moved, wantedLater, stays: stays.map(({ position, reason }) => [position, reason]) };
  };

  it('stays, and is told by number and user, until a person says that it goes too', () => {
    const stack = saved([assign('a'), [0, 1]], [assign('a'), [1, 2]]);
    const wanted = [[1, 'wantedLater']];
    expect(undo(stack)).toEqual({ moved: 1, wantedLater: 1, stays: wanted });
    expect(undo(stack, true)).toEqual({ moved: 2, wantedLater: 1, stays: [] });
  });

  it('is never lost by an undo that does not say so, however many Saves found it', () => {
    let often = 0;
    // the same ones every time: chance must not decide whether several Saves are met
    for (const { input, deeds } of fc.sample(anyHistory, {
      seed: 11,
      numRuns: runs({ quick: 150, all: 500 }),
    })) {
      history(input, deeds, (stack, step, move) => {
        if (move.kind !== 'takenOut' || move.alsoWanted) return;
        const { sets } = stack.input;
        const { users, planned } = stack.planner.stepColumns(step, {
          onShortage: move.onShortage,
          waitingLast: nobodyLast,
        });
        users.forEach((position, i) => {
          const [today, then] = [stack.planned.licenses[position]!, planned.licenses[i]!].map(
            (set) => sets.at(set).map(({ skuId }) => skuId),
          );
          const found = stack.changes.filter(({ sequence }) => sequence > step.change.sequence);
          const wishes = found.flatMap((later) => foundIn(later, position));
          for (const sku of wishes) if (today!.includes(sku)) expect(then).toContain(sku);
        });
        for (const { position, reason } of step.impossible) {
          if (reason !== 'wantedLater') continue;
          const found = stack.changes.filter(
            (later) => later.sequence > step.change.sequence && foundIn(later, position).length > 0,
          );
          if (found.length > 1) often++;
        }
      });
    }
    expect(often).toBeGreaterThan(0);
  });

  it('is not one that the later Save plans for the user itself, nor one of a Save that is undone', () => {
    const both = draftOf(line('assign', 'a'), line('assign', 'b'));
    expect(undo(saved([assign('a'), [0, 1]], [both, [1]])).stays).toEqual([]);
    const stack = saved([assign('a'), [0, 1]], [assign('a'), [1, 2]]);
    stack.take(
      stack.step({ kind: 'takenOut', which: 1, only: null, alsoWanted: false })!,
      'planAll',
    );
    expect(undo(stack).stays).toEqual([]);
  });
});
