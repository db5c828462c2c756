import { STEP, type Steps } from '#base/steps.ts';
import type { Issue } from '#rules/issue.ts';
import type { Shortfall } from './share-units.ts';
import { shortfallOf, type ShortageChoice } from './short-products.ts';
import { applyOrders } from './apply-draft.ts';
import type { Cause, Change } from './change.ts';
import type { Expansion } from './expand.ts';
import type { PlanningContext } from './planning-context.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import { locationAfter, type Orders } from './orders.ts';
import { PairMemo } from './pair-memo.ts';
import { settle } from './difference.ts';
import { IssueLists } from './issue-lists.ts';

/** What a Save does, as columns; who saved it, when and why is added by who stores it. */
export type ChangeColumns = Pick<
  Change,
  'parts' | 'users' | 'partOf' | 'causeOf' | 'causes' | 'before' | 'after' | 'shortages'
>;

/** So many causes a narrow column can name. */
const NARROW = 65_536;

/** The distinct causes of a change. */
class Causes {
  readonly list: Cause[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #issueNumbers = new Map<Issue, number>();

  /** `issues` are objects of the issue book: equal ones are the same. */
  number(kind: Cause['kind'], issues: readonly Issue[]): number {
    const key = `${kind} ${issues.map((issue) => this.#issueNumber(issue)).join(' ')}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.list.push({ kind, issues }) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #issueNumber(issue: Issue): number {
    const known = this.#issueNumbers.get(issue) ?? this.#issueNumbers.size;
    this.#issueNumbers.set(issue, known);
    return known;
  }
}

/** The causes of all users; a user who waits is short of something, whatever else is said. */
function* causesOf(
  context: PlanningContext,
  expansion: Expansion,
  { lackOf, lacks }: Shortfall,
): Steps<Pick<ChangeColumns, 'causeOf' | 'causes'>> {
  const { cases, caseOf, users, said, rowOf, rowCounts } = expansion;
  const causes = new Causes();
  const lists = new IssueLists(said, rowCounts.length);
  const found = new PairMemo();
  const byLack = new PairMemo();
  const shortages = lacks.map((products) =>
    products.flatMap((product): Issue[] => {
      const sku = context.index.products[product]?.skuId;
      if (sku === undefined) return [];
      return [context.index.issues.enter({ code: 'shortage', severity: 'blocking', skuId: sku })];
    }),
  );
  const causeOf = new Uint32Array(users.length);
  let next = 0;
  for (let i = 0; i < causeOf.length; i++) {
    if (i % STEP === 0) yield;
    const number = caseOf[i] ?? 0;
    const lack = lackOf[i] ?? 0;
    const list = lists.listOf(rowOf[i] ?? 0);
    const one = found.get(number, list, () => next++);
    causeOf[i] = byLack.get(one, lack, () => {
      const kind = cases[number]?.kind ?? 'already';
      const issues = lists.at(list);
      return lack === 0
        ? causes.number(kind, issues)
        : causes.number('waits', [...(shortages[lack - 1] ?? []), ...issues]);
    });
  }
  const { list } = causes;
  return { causeOf: list.length <= NARROW ? new Uint16Array(causeOf) : causeOf, causes: list };
}

/** The number of the license set that the orders make of a planned one, for a user with this baseline; interns it. */
function numberAfter(
  context: PlanningContext,
  orders: Orders,
  planned: number,
  baseline: number,
): number {
  const { sets, index } = context;
  const after = applyOrders(sets.at(planned), orders, index);
  return sets.internHeld(settle(after, sets.at(baseline), index), baseline);
}

/**
 * The columns of the change that saving the expanded draft makes. All or nothing per user: where the
 * cause is not `planned`, after equals before. Interns the license sets that are new.
 */
export function* buildChange(
  context: PlanningContext,
  expansion: Expansion,
  choice: ShortageChoice,
): Steps<ChangeColumns> {
  const { table, index } = context;
  const { users, caseOf, cases, parts } = expansion;
  const nobodyWaits: Shortfall = { lackOf: new Uint32Array(users.length), lacks: [] };
  const waiting =
    choice.onShortage === 'wait' ? yield* shortfallOf(context, expansion, choice) : nobodyWaits;
  const { causeOf, causes } = yield* causesOf(context, expansion, waiting);

  const count = users.length;
  const before = { licenses: new Uint32Array(count), locations: new Uint16Array(count) };
  for (let i = 0; i < count; i++) {
    if (i % STEP === 0) yield;
    before.licenses[i] = table.licenses.planned[users[i] ?? 0] ?? 0;
    before.locations[i] = table.locations.planned[users[i] ?? 0] ?? 0;
  }
  const after = { licenses: before.licenses.slice(), locations: before.locations.slice() };
  const partOf = new Uint32Array(count);
  const numbers = parts.map(() => new PairMemo());
  for (let i = 0; i < count; i++) {
    if (i % STEP === 0) yield;
    const number = caseOf[i] ?? 0;
    const one = cases[number];
    const orders = parts[one?.part ?? -1]?.orders;
    const known = numbers[one?.part ?? -1];
    if (!one || !orders || !known) throw new RangeError(`no case ${number}`);
    partOf[i] = one.part;
    if (causes[causeOf[i] ?? 0]?.kind !== 'planned') continue;
    after.locations[i] = locationAfter(before.locations[i] ?? 0, orders);
    if (!one.changesLicenses) continue;
    const baseline = table.licenses.baseline[users[i] ?? 0] ?? 0;
    const planned = before.licenses[i] ?? 0;
    after.licenses[i] = known.get(planned, baseline, () =>
      numberAfter(context, orders, planned, baseline),
    );
  }

  yield;
  const demand = demandOf(expansion, index.products.length);
  const shortages =
    choice.onShortage === 'wait'
      ? []
      : ledgerOf(demand, context.availability(), index)
          .filter(({ short }) => short > 0)
          .map(({ skuId, short }) => ({ skuId, short }));
  const drafts = parts.map(({ draft }) => draft);
  return { parts: drafts, users, partOf, causeOf, causes, before, after, shortages };
}
