import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf, changeablePath, type LicenseSet } from '#licenses/license-set.ts';
import type { Change } from '#plan/change.ts';
import { movesOf, type ChangeSheet, type SheetReader } from '#plan/change-sheet.ts';
import { emptyDraft, isParts, type Swap } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { itemKinds, type SheetItem } from '#plan/sheet-items.ts';
import { whoStays } from '#plan/who-stays.ts';
import { locationLetters } from '#users/usage-location.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import {
  byGroup,
  customerOf,
  direct,
  draftOf,
  everyone,
  holds,
  line,
  product,
  sku,
  stored,
} from './by-hand.ts';
import { anyDraft, anySwap, customerWithoutPlan, selectionOf, skus } from './customers.ts';
import { anyHistory, history, nobodyLast } from './stack.ts';

/** What a user is and is to be, and the swaps that were asked for the user. */
interface Walked {
  readonly before: LicenseSet;
  readonly after: LicenseSet;
  readonly at: number;
  readonly then: number;
  readonly asked: readonly Swap[];
}

const holdsIn = (set: LicenseSet, skuId: SkuId): boolean => assignmentOf(set, skuId) !== undefined;

const pathsOf = (set: LicenseSet, skuId: SkuId): string =>
  JSON.stringify(
    assignmentOf(set, skuId)?.paths.map(({ via, disabledPlans }) => [via, disabledPlans]),
  );

const offIn = (set: LicenseSet, skuId: SkuId): readonly string[] | null =>
  changeablePath(assignmentOf(set, skuId))?.disabledPlans ?? null;

/** True when asked swaps lead from one product to the other. */
const leads = (asked: readonly Swap[], from: SkuId, to: SkuId, deep = 20): boolean =>
  deep > 0 &&
  asked.some((one) => one.from === from && (one.to === to || leads(asked, one.to, to, deep - 1)));

/** The lines that name a user say exactly what differs for the user. */
function expectExact(items: readonly SheetItem[], user: Walked): void {
  const { before, after, at, then, asked } = user;
  const of = (kind: SheetItem['kind']): SkuId[] =>
    items.flatMap((item) => (item.kind === kind && 'skuId' in item ? [item.skuId] : []));
  const swaps = items.flatMap((item) => (item.kind === 'swap' ? [item] : []));
  const held = [...new Set([...before, ...after].map(({ skuId }) => skuId))];
  expect([...of('revoke'), ...swaps.map(({ from }) => from)].sort()).toEqual(
    held.filter((one) => holdsIn(before, one) && !holdsIn(after, one)).sort(),
  );
  expect([...of('assign'), ...swaps.map(({ to }) => to)].sort()).toEqual(
    held.filter((one) => !holdsIn(before, one) && holdsIn(after, one)).sort(),
  );
  for (const { from, to } of swaps) expect(leads(asked, from, to), `${from} → ${to}`).toBe(true);

  const kept = held.filter((one) => holdsIn(before, one) && holdsIn(after, one));
  for (const one of kept) {
    const edits = items.filter((item) => 'skuId' in item && item.skuId === one);
    expect(edits.length > 0).toBe(pathsOf(before, one) !== pathsOf(after, one));
    const [was, is] = [offIn(before, one), offIn(after, one)];
    const said = edits.flatMap((item) =>
      item.kind === 'servicePlan' ? [`${item.servicePlanId} ${item.to}`] : [],
    );
    if (said.length > 0 || edits.some(({ kind }) => kind === 'servicePlans')) {
      const switched = [
        ...(is ?? []).filter((plan) => !was?.includes(plan)).map((plan) => `${plan} off`),
        ...(was ?? []).filter((plan) => !is?.includes(plan)).map((plan) => `${plan} on`),
      ];
      expect(said.sort()).toEqual(was === null || is === null ? [] : switched.sort());
    }
  }
  const moved = items.flatMap((item) => (item.kind === 'location' ? [item.location] : []));
  expect(moved).toEqual(at === then ? [] : [locationLetters(then)]);
}

/** The sheet against a walk over the users; `known`: who loses data, by the rules. */
function expectAddsUp(reader: SheetReader, walked: readonly Walked[]): ChangeSheet {
  const sheet = reader.sheet();
  const itemsOf = walked.map((): SheetItem[] => []);
  for (const { item, users, losing } of sheet.lines) {
    const indexes = reader.indexesOf(item);
    expect(indexes).toHaveLength(users);
    for (const index of indexes) itemsOf[index]!.push(item);
    expect(Math.max(losing.exchange, losing.sharepoint)).toBeLessThanOrEqual(users);
  }
  walked.forEach((user, index) => expectExact(itemsOf[index]!, user));
  expect(sheet.users).toBe(itemsOf.filter((items) => items.length > 0).length);

  const holders = (when: 'before' | 'after', one: SkuId): number =>
    walked.filter((user) => holdsIn(user[when], one)).length;
  for (const one of skus) {
    const { needed, freed } = sheet.units.find(({ skuId }) => skuId === one) ?? {
      needed: 0,
      freed: 0,
    };
    expect(needed - freed).toBe(holders('after', one) - holders('before', one));
  }
  // nobody who loses data is on no line that says so
  for (const service of ['exchange', 'sharepoint'] as const) {
    const named = sheet.lines.reduce((sum, { losing }) => sum + losing[service], 0);
    expect(named).toBeGreaterThanOrEqual(sheet.losing[service]);
  }
  const ranks = sheet.lines.map(({ item, losing }) => [
    losing.exchange + losing.sharepoint > 0 ? 0 : 1,
    itemKinds.indexOf(item.kind),
  ]);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
  return sheet;
}

const walkChange = ({ sets }: PlanningInput, change: Change): Walked[] =>
  Array.from(change.users, (_, i) => ({
    before: sets.at(change.before.licenses[i]!),
    after: sets.at(change.after.licenses[i]!),
    at: change.before.locations[i]!,
    then: change.after.locations[i]!,
    asked: change.parts[change.partOf[i]!]?.swaps ?? [],
  }));

const pendingIn = ({ table }: PlanningInput): Uint32Array =>
  Uint32Array.from({ length: table.count }, (_, position) => position).filter(
    (position) => isPresent(table, position) && isPending(table, position),
  );

const anySave = customerWithoutPlan.chain((input) =>
  fc.record({ input: fc.constant(input), users: selectionOf(input), draft: anyDraft }),
);

/** A history whose Saves swap, too. */
const anySwappingHistory = fc
  .tuple(anyHistory, fc.array(anySwap, { maxLength: 4 }))
  .map(([{ input, deeds }, swaps]) => ({
    input,
    deeds: deeds.map((deed, i) => {
      const swap = swaps[i];
      return 'drafted' in deed && !isParts(deed.drafted) && swap
        ? { ...deed, drafted: { ...emptyDraft, ...deed.drafted, swaps: [swap] } }
        : deed;
    }),
  }));

describe('the lines of a change', { timeout: 120_000 }, () => {
  it('say of each user exactly what a Save does, and add up to what it was said to do', () => {
    fc.assert(
      fc.property(anySave, fc.constantFrom('wait', 'planAll'), (save, onShortage) => {
        const { input, users, draft } = save;
        const planner = new Planner(input);
        const choice = { onShortage, waitingLast: nobodyLast } as const;
        const preview = planner.preview(users, draft, choice);
        const change = stored(planner.change(users, draft, choice), 1);
        const sheet = expectAddsUp(planner.sheet(movesOf(change)), walkChange(input, change));
        expect(sheet.users).toBe(preview.changed);
        const stay = whoStays(change);
        expect(stay.reduce((sum, one) => sum + one.users, sheet.users)).toBe(preview.users);
        for (const { kind, issue } of stay) expect(issue === null).toBe(kind === 'already');
        for (const { ledger, remaining } of preview.products) {
          if (ledger.available === null) continue;
          const moved = sheet.units.find(({ skuId }) => skuId === ledger.skuId);
          const { needed, freed } = moved ?? { needed: 0, freed: 0 };
          expect(ledger.available + freed - needed).toBe(remaining);
        }
        const losing = Math.max(sheet.losing.exchange, sheet.losing.sharepoint);
        expect(losing).toBeLessThanOrEqual(preview.losingData);
        expect(losing > 0).toBe(preview.losingData > 0);
      }),
      { numRuns: runs({ quick: 150, all: 2000 }) },
    );
  });

  it('say exactly what a sync would do for all Saves together', () => {
    fc.assert(
      fc.property(anySwappingHistory, ({ input, deeds }) => {
        const { now, changes } = history(input, deeds);
        const users = pendingIn(now);
        const { table, sets } = now;
        const review = new Planner(now).review(users, changes);
        const walked = Array.from(users, (position) => ({
          before: sets.at(table.licenses.baseline[position]!),
          after: sets.at(table.licenses.planned[position]!),
          at: table.locations.baseline[position]!,
          then: table.locations.planned[position]!,
          asked: changes.flatMap((change) => {
            const i = change.users.indexOf(position);
            const isOpen = i >= 0 && change.standing[i] === 0;
            return isOpen ? (change.parts[change.partOf[i]!]?.swaps ?? []) : [];
          }),
        }));
        const sheet = expectAddsUp(review.sheet, walked);
        const { exchange, sharepoint } = sheet.losing;
        expect(Math.max(exchange, sharepoint)).toBeLessThanOrEqual(review.losingData);
        expect(exchange + sharepoint).toBeGreaterThanOrEqual(review.losingData);
      }),
      { numRuns: runs({ quick: 60, all: 400 }) },
    );
  });

  it('say exactly what an undo or redo does to the plan of those whom it moves', () => {
    fc.assert(
      fc.property(anySwappingHistory, ({ input, deeds }) => {
        history(input, deeds, ({ now, planner }, step, { onShortage }) => {
          const choice = { onShortage, waitingLast: nobodyLast };
          const { table, sets } = now;
          const { users, indexes, planned } = planner.stepColumns(step, choice);
          const walked = Array.from(users, (position, i) => {
            const swaps = step.change.parts[step.change.partOf[indexes[i]!]!]?.swaps ?? [];
            const back = swaps.map((swap) => ({ ...swap, from: swap.to, to: swap.from }));
            return {
              before: sets.at(table.licenses.planned[position]!),
              after: sets.at(planned.licenses[i]!),
              at: table.locations.planned[position]!,
              then: planned.locations[i]!,
              asked: step.kind === 'takenOut' ? back : swaps,
            };
          });
          const sheet = expectAddsUp(planner.stepSheet(step, choice), walked);
          const preview = planner.stepPreview(step, choice);
          const stay = Object.values(preview.stays).reduce((sum, count) => sum + count, 0);
          expect(walked.length + stay).toBe(preview.users);
          expect(sheet.users).toBe(preview.changed);
          const { exchange, sharepoint } = sheet.losing;
          expect(Math.max(exchange, sharepoint)).toBeLessThanOrEqual(preview.losingData);
          expect(exchange + sharepoint).toBeGreaterThanOrEqual(preview.losingData);
        });
      }),
      { numRuns: runs({ quick: 60, all: 400 }) },
    );
  });
});

describe('what stands on a line', () => {
  const mail = 'EXCHANGE_S_ENTERPRISE';
  const swap = (from: string, to: string): Swap => ({
    from: sku(from),
    to: sku(to),
    decided: {},
    ifUnknown: 'leaveOut',
  });
  const products = [
    product('a', 100, [mail, 'teams']),
    product('b', 100, [mail, 'teams']),
    product('c', 100, ['visio']),
  ];
  const sheetOf = (input: PlanningInput, draft = draftOf()): ChangeSheet => {
    const planner = new Planner(input);
    const choice = { onShortage: 'planAll', waitingLast: nobodyLast } as const;
    return planner
      .sheet(movesOf(stored(planner.change(everyone(input), draft, choice), 1)))
      .sheet();
  };
  const said = ({ lines }: ChangeSheet): string[] =>
    lines.map(({ item, users, losing }) =>
      [
        ...Object.values(item).map(String),
        users,
        ...(losing.exchange > 0 ? [`${losing.exchange} mailboxes`] : []),
      ].join(' '),
    );

  it('is the loss of data first, and only where the product kept it', () => {
    const input = customerOf(products, [
      { holds: [holds('a'), holds('c')] },
      { holds: [holds('a'), holds('b'), holds('c')] },
      { holds: [] },
    ]);
    const draft = draftOf(line('revoke', 'a'), line('revoke', 'c'));
    expect(said(sheetOf(input, draft))).toEqual(['revoke sku-a 2 1 mailboxes', 'revoke sku-c 2']);
  });

  it('is a swap only where it was asked for as one', () => {
    const input = customerOf(products, [
      { holds: [holds('a')] },
      { holds: [holds('a')] },
      { holds: [holds('a'), holds('b')] },
    ]);
    const ticked = draftOf(line('revoke', 'a'), line('assign', 'b'));
    expect(said(sheetOf(input, ticked))).toEqual(['revoke sku-a 3', 'assign sku-b 2']);
    const asked = { ...draftOf(), swaps: [swap('a', 'b')] };
    // who has it already only loses the other one
    expect(said(sheetOf(input, asked))).toEqual(['revoke sku-a 1', 'swap sku-a sku-b 2']);
  });

  it('counts swaps that were saved one after another from end to end', () => {
    const input = customerOf(products, [{ holds: [holds('a')] }]);
    const deeds = [swap('a', 'b'), swap('b', 'c')].map((one) => ({
      users: everyone(input),
      drafted: { ...draftOf(), swaps: [one] },
      onShortage: 'planAll' as const,
    }));
    const { now, changes } = history(input, deeds);
    const { sheet } = new Planner(now).review(everyone(now), changes);
    expect(said(sheet.sheet())).toEqual(['swap sku-a sku-c 1 1 mailboxes']);
  });

  it('is the swap backwards when it is undone', () => {
    const input = customerOf(products, [{ holds: [holds('a')] }, { holds: [holds('c')] }]);
    const drafted = { ...draftOf(line('revoke', 'c')), swaps: [swap('a', 'b')] };
    const stack = history(input, [{ users: everyone(input), drafted, onShortage: 'planAll' }]);
    const step = stack.step({ kind: 'takenOut', which: 0, only: null, alsoWanted: false })!;
    const choice = { onShortage: 'planAll', waitingLast: nobodyLast } as const;
    expect(said(stack.planner.stepSheet(step, choice).sheet())).toEqual([
      'swap sku-b sku-a 1',
      'assign sku-c 1',
    ]);
  });

  it('is what groups keep, and service plans one by one', () => {
    const input = customerOf(products, [
      { holds: [holds('a', direct(), byGroup())] },
      { holds: [holds('b')] },
      { holds: [holds('b')], location: null },
    ]);
    const draft = {
      ...draftOf(line('revoke', 'a'), line('leave', 'b', { teams: 'off', [mail]: 'off' })),
      usageLocation: 'SE',
    };
    expect(said(sheetOf(input, draft))).toEqual([
      `servicePlan sku-b plan-${mail} off 2 2 mailboxes`,
      'revokeDirect sku-a 1',
      'servicePlan sku-b plan-teams off 2',
      'location SE 1',
    ]);
  });
});
