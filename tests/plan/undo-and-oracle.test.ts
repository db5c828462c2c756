import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalSet, setKey } from '#licenses/license-set.ts';
import type { UndoPreview, UndoStep } from '#plan/undo-step.ts';
import { isPresent } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import { worldOf } from './customers.ts';
import { say, type OracleVerdict } from './oracle.ts';
import { planByHand, stepByHand, type UserStep } from './oracle-undo.ts';
import { availableByHand, waitByHand } from './oracle-units.ts';
import { anyHistory, history, nobodyLast, type Move, type Stack } from './stack.ts';

const often = { numRuns: runs({ quick: 80, all: 400 }) };

type Tell = (stack: Stack, step: UndoStep, move: Move, users: UserStep[]) => void;

/** Tells of every step of a history, before it is done. */
function eachStep(tell: Tell): void {
  fc.assert(
    fc.property(anyHistory, ({ input, deeds }) => {
      history(input, deeds, (stack, step, move) => {
        tell(stack, step, move, stepByHand(stack.now, stack.changes, step, move));
      });
    }),
    often,
  );
}

/** Users by the position of those who wait, as the units are shared out by walking. */
function waitsByHand(stack: Stack, users: readonly UserStep[], { onShortage }: Move): Set<number> {
  if (onShortage === 'planAll') return new Set();
  // what the customer is not known to own has no units
  const isOwned = (sku: string) => stack.input.products.some(({ skuId }) => skuId === sku);
  const asking = users
    .filter(({ stays }) => stays === null)
    .map(({ position, gains, losses }): Partial<OracleVerdict> => {
      const units = { gains: gains.filter(isOwned), losses: losses.filter(isOwned) };
      return { position, kind: 'planned', ...units };
    }) as OracleVerdict[];
  return new Set(waitByHand(worldOf(stack.now), asking).keys());
}

const asText = (set: UserStep['then']['set']): string => setKey(canonicalSet(set));

describe('undo and redo agree with walking the users one by one', { timeout: 180_000 }, () => {
  it('over histories that meet every reason to stay', () => {
    const met = { steps: 0, blocked: 0, changedSince: 0, wantedLater: 0, gone: 0 };
    // the same ones every time: chance must not decide what the other laws are held against
    for (const { input, deeds } of fc.sample(anyHistory, {
      seed: 7,
      numRuns: runs({ quick: 250, all: 600 }),
    })) {
      history(input, deeds, (stack, step, move) => {
        const users = stepByHand(stack.now, stack.changes, step, move);
        if (users.length > 0) met.steps++;
        for (const { stays } of users) if (stays !== null) met[stays]++;
        // rare: the laws below may not meet it
        const choice = { onShortage: move.onShortage, waitingLast: nobodyLast };
        const kept = stack.planner.stepStays(step, choice);
        expect(kept.filter(({ reason }) => reason === 'wantedLater').length).toBe(
          users.filter(({ stays }) => stays === 'wantedLater').length,
        );
      });
    }
    expect(met.steps).toBeGreaterThan(100);
    for (const reason of ['blocked', 'changedSince', 'wantedLater', 'gone'] as const) {
      expect(met[reason], reason).toBeGreaterThan(0);
    }
  });

  it('in what becomes of each user', () => {
    eachStep((stack, step, move, users) => {
      const { planner, input } = stack;
      const choice = { onShortage: move.onShortage, waitingLast: nobodyLast };
      const waits = waitsByHand(stack, users, move);
      const stays = planner.stepStays(step, choice);
      const columns = planner.stepColumns(step, choice);
      const staysByHand = users.flatMap(({ position, stays: why }) => {
        const reason = why ?? (waits.has(position) ? 'waits' : null);
        return reason === null ? [] : [[position, reason]];
      });
      expect(stays.map(({ position, reason }) => [position, reason]).sort()).toEqual(
        staysByHand.sort(),
      );
      for (const { position, issues } of stays.filter(({ reason }) => reason === 'blocked')) {
        const byHand = users.find((user) => user.position === position)!.issues;
        expect(issues.map(say).sort()).toEqual(
          byHand
            .filter(({ severity }) => severity === 'blocking')
            .map(say)
            .sort(),
        );
      }
      const moved = users.filter(({ position, stays: why }) => !why && !waits.has(position));
      expect([...columns.users]).toEqual(moved.map(({ position }) => position));
      moved.forEach(({ then }, i) => {
        expect(asText(input.sets.at(columns.planned.licenses[i]!))).toBe(asText(then.set));
        expect(columns.planned.locations[i]).toBe(then.location);
      });
    });
  });

  it('in the preview', () => {
    eachStep((stack, step, move, users) => {
      const choice = { onShortage: move.onShortage, waitingLast: nobodyLast };
      const preview = stack.planner.stepPreview(step, choice);
      const issues = [...preview.issues].sort((a, b) => (say(a.issue) < say(b.issue) ? -1 : 1));
      expect({ ...preview, issues }).toEqual(previewByHand(stack, users, move));
    });
  });

  it('in every plan, which is the baseline with the open changes walked one by one', () => {
    fc.assert(
      fc.property(anyHistory, ({ input, deeds }) => {
        const stack = history(input, deeds);
        const { table } = stack.input;
        for (let position = 0; position < table.count; position++) {
          if (!isPresent(table, position)) continue;
          const { set, location } = planByHand(worldOf(stack.now), stack.changes, position);
          const planned = input.sets.at(stack.planned.licenses[position]!);
          expect(asText(planned)).toBe(asText(set));
          expect(stack.planned.locations[position]).toBe(location);
        }
      }),
      often,
    );
  });
});

function previewByHand(stack: Stack, users: readonly UserStep[], move: Move): UndoPreview {
  const world = worldOf(stack.now);
  const { table } = world;
  const waits = waitsByHand(stack, users, move);
  const moved = users.filter(({ position, stays }) => stays === null && !waits.has(position));
  const asking = users.filter(({ stays }) => stays === null);
  const judged = users.filter(({ stays }) => stays === null || stays === 'blocked');
  const count = (which: (user: UserStep) => boolean): number => moved.filter(which).length;
  const atRisk = ({ issues }: UserStep, ...services: string[]): boolean =>
    issues.some((issue) => issue.code === 'dataAtRisk' && services.includes(issue.service));
  const known = ({ position }: UserStep) => table.locations.baseline[position];
  const isMoved = ({ now, then }: UserStep): boolean => now.location !== then.location;
  const ledger = world.products.map((product) => {
    const { skuId, units } = product;
    const needed = asking.filter(({ gains }) => gains.includes(skuId)).length;
    const freed = asking.filter(({ losses }) => losses.includes(skuId)).length;
    const available = availableByHand(world, product);
    const cloud = units && units.enabled + units.warning - units.consumed;
    let [pool, short] = [(available ?? Infinity) + freed, 0];
    for (let i = 0; i < needed; i++) {
      if (pool > 0) pool--;
      else short++;
    }
    const left = available === null ? null : available + freed - needed;
    return { skuId, cloud, available, freed, needed, left, short };
  });
  const groups = new Map<string, { issue: UserStep['issues'][number]; users: number }>();
  for (const issue of judged.flatMap(({ issues }) => issues)) {
    const group = groups.get(say(issue)) ?? { issue, users: 0 };
    groups.set(say(issue), { issue, users: group.users + 1 });
  }
  const stays = (reason: UserStep['stays']): number =>
    users.filter((user) => user.stays === reason).length;
  const isHeld = (user: UserStep, sku: string): boolean =>
    world.setAt(table.licenses.baseline[user.position]!).some(({ skuId }) => skuId === sku);
  return {
    users: users.length,
    moved: moved.length,
    changed: count((user) => asText(user.now.set) !== asText(user.then.set) || isMoved(user)),
    assigns: moved.flatMap(({ gains }) => gains).length,
    revokes: moved.flatMap(({ losses }) => losses).length,
    locationsSet: count((user) => isMoved(user) && user.then.location !== known(user)),
    locationsDropped: count((user) => isMoved(user) && user.then.location === known(user)),
    usersRevoked: count(
      (user) =>
        user.losses.some((sku) => isHeld(user, sku)) &&
        (user.gains.length === 0 || atRisk(user, 'exchange', 'sharepoint', 'teams')),
    ),
    losingData: count((user) => atRisk(user, 'exchange', 'sharepoint')),
    issues: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group),
    ledger: ledger.filter(({ needed, freed }) => needed > 0 || freed > 0),
    shortages: ledger
      .filter(({ short }) => short > 0)
      .map(({ skuId, short }) => ({ skuId, short })),
    stays: {
      blocked: stays('blocked'),
      changedSince: stays('changedSince'),
      wantedLater: stays('wantedLater'),
      gone: stays('gone'),
      sending: 0,
      ended: 0,
      waits: waits.size,
    },
    wantedLater: users.filter(({ isWanted }) => isWanted).length,
  };
}
