import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlannedFor, Standing, type Change } from '#plan/change.ts';
import type { PlanReview } from '#plan/plan-review.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { Planner } from '#plan/planner.ts';
import type { Issue } from '#rules/issue.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import { anyHistory, history } from './stack.ts';

const numbersOf = ({ users, usersRevoked, losingData }: PlanReview['unconfirmed']) => ({
  users,
  usersRevoked,
  losingData,
});

const pendingIn = ({ table }: PlanningInput): number[] =>
  Array.from({ length: table.count }, (_, position) => position).filter(
    (position) => isPresent(table, position) && isPending(table, position),
  );

const lostBy = (issues: readonly Issue[]): string[] =>
  issues.flatMap((issue) => (issue.code === 'dataAtRisk' ? [issue.service] : []));

/** Walks all changes for one user, and believes nothing that it can ask about. */
function isConfirmed(now: PlanningInput, changes: readonly Change[], position: number): boolean {
  const { licenses, locations } = now.table;
  const open = changes.flatMap((change) =>
    [...change.users].flatMap((user, i) =>
      user === position && change.standing[i] === Standing.open && isPlannedFor(change, i)
        ? [{ change, i }]
        : [],
    ),
  );
  const [only] = open;
  if (only === undefined || open.length > 1 || only.change.confirmed !== true) return false;
  const { change, i } = only;
  const said = lostBy(change.causes[change.causeOf[i]!]!.issues);
  const issues = new Planner(now).review(Uint32Array.of(position), changes).sheet.moves.causes;
  return (
    lostBy(issues.flatMap((cause) => cause.issues)).every((service) => said.includes(service)) &&
    [
      [change.before.licenses[i], licenses.baseline[position]],
      [change.after.licenses[i], licenses.planned[position]],
      [change.before.locations[i], locations.baseline[position]],
      [change.after.locations[i], locations.planned[position]],
    ].every(([then, today]) => then === today)
  );
}

const anyMarked = anyHistory.chain(({ input, deeds }) => {
  const { now, changes } = history(input, deeds);
  const marks = fc.array(fc.boolean(), { minLength: changes.length, maxLength: changes.length });
  return marks.map((marked) => ({
    now,
    changes: changes.map((change, i): Change =>
      marked[i] === true ? { ...change, confirmed: true } : change,
    ),
  }));
});

describe('what a sync asks to confirm', { timeout: 120_000 }, () => {
  it('is all but the users whose plan stands as one confirmed Save made it', () => {
    let covered = 0;
    fc.assert(
      fc.property(anyMarked, ({ now, changes }) => {
        const users = pendingIn(now);
        const planner = new Planner(now);
        const review = planner.review(Uint32Array.from(users), changes);
        const left = users.filter((position) => !isConfirmed(now, changes, position));
        covered += users.length - left.length;
        expect(numbersOf(review.unconfirmed)).toEqual(
          numbersOf(planner.review(Uint32Array.from(left), changes)),
        );
      }),
      { numRuns: runs({ quick: 60, all: 600 }) },
    );
    expect(covered).toBeGreaterThan(0);
  });

  it('is all where no Save was confirmed', () => {
    fc.assert(
      fc.property(anyHistory, ({ input, deeds }) => {
        const { now, changes } = history(input, deeds);
        const review = new Planner(now).review(Uint32Array.from(pendingIn(now)), changes);
        expect(review.unconfirmed).toEqual(numbersOf(review));
      }),
      { numRuns: runs({ quick: 20, all: 100 }) },
    );
  });
});
