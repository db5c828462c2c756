import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import type { ChangeColumns } from '#plan/build-change.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import type { Part } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import type { Preview } from '#plan/preview.ts';
import { runs } from '../runs.ts';
import { customerOf, draftOf, everyone, line, product } from './by-hand.ts';
import { anyCustomer, anyDraft, selectionOf } from './customers.ts';
import { say } from './oracle.ts';

interface Assignments {
  readonly input: PlanningInput;
  readonly users: Uint32Array;
  readonly parts: readonly Part[];
}

/** Users dealt out to some drafts. */
const anyParts: fc.Arbitrary<Assignments> = anyCustomer.chain((input) =>
  fc
    .record({
      users: selectionOf(input),
      drafts: fc.array(anyDraft, { minLength: 1, maxLength: 3 }),
      seed: fc.nat(),
    })
    .map(({ users, drafts, seed }) => ({
      input,
      users,
      parts: drafts.map((draft, part) => ({
        draft,
        users: users.filter((position) => (position * 7 + seed) % drafts.length === part),
      })),
    })),
);

const planAll = { onShortage: 'planAll', waitingLast: new BitSet() } as const;

/** What became of each user. */
const outcomes = (
  { users, causes, causeOf, after, parts, partOf }: ChangeColumns,
  { sets }: PlanningInput,
) =>
  [...users].map((position, i) => ({
    position,
    cause: causes[causeOf[i]!],
    holds: sets.at(after.licenses[i]!),
    location: after.locations[i],
    draft: parts[partOf[i]!],
  }));

/** Issues of the same weight come in the order in which they were met. */
const inOneOrder = (preview: Preview): Preview => ({
  ...preview,
  issues: [...preview.issues].sort((a, b) => (say(a.issue) < say(b.issue) ? -1 : 1)),
});

describe('a plan of several parts', { timeout: 60_000 }, () => {
  it('is to each user what the user’s part alone is, when units suffice', () => {
    fc.assert(
      fc.property(anyParts, ({ input, users, parts }) => {
        const together = new Planner(input).change(users, parts, planAll);
        const alone = parts.flatMap((part) =>
          outcomes(new Planner(input).change(part.users, part.draft, planAll), input),
        );
        const order = [...together.users];
        const inOrder = alone.sort((a, b) => order.indexOf(a.position) - order.indexOf(b.position));
        expect(outcomes(together, input)).toEqual(inOrder);
      }),
      { numRuns: runs({ quick: 60, all: 300 }) },
    );
  });

  it('needs and frees what its parts need and free', () => {
    fc.assert(
      fc.property(anyParts, ({ input, users, parts }) => {
        const planner = new Planner(input);
        const alone = parts.map(({ users: those, draft }) => planner.ledger(those, draft));
        planner.ledger(users, parts).forEach(({ needed, freed }, product) => {
          const sum = (of: 'needed' | 'freed') =>
            alone.reduce((all, lines) => all + lines[product]![of], 0);
          expect({ needed, freed }).toEqual({ needed: sum('needed'), freed: sum('freed') });
        });
      }),
      { numRuns: runs({ quick: 50, all: 200 }) },
    );
  });

  it('that all say the same is one draft', () => {
    fc.assert(
      fc.property(anyParts, anyDraft, ({ input, users, parts }, draft) => {
        const same = parts.map((part) => ({ ...part, draft }));
        const planner = new Planner(input);
        expect(inOneOrder(planner.preview(users, same))).toEqual(
          inOneOrder(planner.preview(users, draft)),
        );
        const choice = { onShortage: 'wait', waitingLast: new BitSet() } as const;
        const causesOf = (columns: ChangeColumns) =>
          outcomes(columns, input).map(({ position, cause, holds }) => [position, cause, holds]);
        expect(causesOf(planner.change(users, same, choice))).toEqual(
          causesOf(planner.change(users, draft, choice)),
        );
      }),
      { numRuns: runs({ quick: 60, all: 300 }) },
    );
  });

  it('gives the last units in display order, whatever the order of the parts', () => {
    const input = customerOf([product('a', 2), product('b')], [{}, {}, {}, {}]);
    const draft = draftOf(line('assign', 'a'));
    const both = draftOf(line('assign', 'a'), line('assign', 'b'));
    const parts = [
      { draft: both, users: Uint32Array.of(1, 3) },
      { draft, users: Uint32Array.of(0, 2) },
    ];
    const { waiting } = new Planner(input).allot(everyone(input), parts, {
      waitingLast: new BitSet(),
    });
    expect(waiting.members()).toEqual([2, 3]);
  });
});
