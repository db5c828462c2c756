import { Sequences } from '#base/sequences.ts';
import { groupId, servicePlanId, skuId, type ServicePlanId } from '#licenses/ids.ts';
import type { Assignment, Path, Via } from '#licenses/license-set.ts';
import { isJsonObject } from './graph-page.ts';
import { GuidNumbers } from './guid-numbers.ts';

/** First item of an entry's sequence: which list it stands in. */
const List = { states: 0, licenses: 1 } as const;

/** Graph says null, PowerShell says `None`. */
const errorOf = (error: string | null | undefined): string | null =>
  error && error !== 'None' ? error : null;

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The entries of users' lists of licenses: each distinct one has a number, 0, 1, … in the order of their
 * first appearance, and is one `Assignment` with one path. Service plans and ids share their texts.
 */
export class LicenseEntries {
  readonly #guids = new GuidNumbers();
  readonly #words = new Map<string, number>();
  readonly #sequences = new Sequences();
  readonly #assignments: Assignment[] = [];
  /** Of the entry that is looked at. */
  readonly #items: number[] = [];

  /** The number of an entry of `licenseAssignmentStates`; null for one that is not of the expected shape. */
  state(entry: unknown): number | null {
    if (!isJsonObject(entry)) return null;
    const { skuId: sku, assignedByGroup, state, error, disabledPlans } = entry;
    const product = this.#guids.number(sku);
    const group = this.#groupNumber(assignedByGroup);
    if (product === null || group === null || !isText(state) || !isText(error)) return null;
    const items = this.#start(List.states, product);
    items.push(group, this.#word(state ?? null), this.#word(errorOf(error)));
    if (!this.#takePlans(disabledPlans)) return null;
    const number = this.#sequences.number(items);
    if (number === this.#assignments.length) {
      const via: Via =
        group === 0
          ? { kind: 'direct' }
          : { kind: 'group', groupId: groupId(this.#guids.at(group - 1)) };
      this.#add(product, 5, { via, state: state ?? null, error: errorOf(error) });
    }
    return number;
  }

  /** The number of an entry of `assignedLicenses`, which says nothing of its path; null as above. */
  license(entry: unknown): number | null {
    if (!isJsonObject(entry)) return null;
    const product = this.#guids.number(entry['skuId']);
    if (product === null) return null;
    const items = this.#start(List.licenses, product);
    if (!this.#takePlans(entry['disabledPlans'])) return null;
    const number = this.#sequences.number(items);
    if (number === this.#assignments.length) {
      this.#add(product, 2, { via: { kind: 'unknown' }, state: null, error: null });
    }
    return number;
  }

  at(number: number): Assignment {
    const assignment = this.#assignments[number];
    if (assignment === undefined) throw new RangeError(`no entry ${number}`);
    return assignment;
  }

  #start(list: number, product: number): number[] {
    this.#items.length = 0;
    this.#items.push(list, product);
    return this.#items;
  }

  /** 0: none; else the group's number and 1. */
  #groupNumber(text: unknown): number | null {
    if (text === null || text === undefined || text === '') return 0;
    const number = this.#guids.number(text);
    return number === null ? null : number + 1;
  }

  /** 0: none. */
  #word(word: string | null): number {
    if (word === null) return 0;
    let number = this.#words.get(word);
    if (number === undefined) this.#words.set(word, (number = this.#words.size + 1));
    return number;
  }

  /** Adds 0 where it is not said which are off, else 1 and those; false for what is no list of GUIDs. */
  #takePlans(plans: unknown): boolean {
    if (plans === null || plans === undefined) {
      this.#items.push(0);
      return true;
    }
    if (!Array.isArray(plans)) return false;
    this.#items.push(1);
    for (const plan of plans as readonly unknown[]) {
      const number = this.#guids.number(plan);
      if (number === null) return false;
      this.#items.push(number);
    }
    return true;
  }

  /** `plansAt`: where the service plans begin among the items. */
  #add(product: number, plansAt: number, path: Omit<Path, 'disabledPlans'>): void {
    const disabledPlans = this.#items[plansAt] === 0 ? null : this.#plansFrom(plansAt + 1);
    const { via, state, error } = path;
    const paths = [{ via, disabledPlans, state, error }];
    this.#assignments.push({ skuId: skuId(this.#guids.at(product)), paths });
  }

  #plansFrom(first: number): readonly ServicePlanId[] {
    const plans: string[] = [];
    for (let i = first; i < this.#items.length; i++)
      plans.push(this.#guids.at(this.#items[i] ?? 0));
    plans.sort(ascending);
    return plans.filter((plan, i) => plan !== plans[i - 1]).map(servicePlanId);
  }
}

const isText = (value: unknown): value is string | null | undefined =>
  typeof value === 'string' || value === null || value === undefined;
