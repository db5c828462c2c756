import { Digest } from '#base/digest.ts';
import { PairNumbers } from '#base/pair-numbers.ts';
import { STEP, type Steps } from '#base/steps.ts';
import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf, type LicenseSet } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { hasBit, overlaps } from '#rules/bits.ts';
import type { Issue } from '#rules/issue.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { Change } from './change.ts';
import { countingSwaps, type Swap } from './draft.ts';
import { itemKey, itemKinds, licenseItems, type SheetItem } from './sheet-items.ts';

const services = ['exchange', 'sharepoint'] as const;
/** Whose data go with the last service plan. */
export type Service = (typeof services)[number];

/** Users whose last service plan of the service goes, and with it their mailbox or their files. */
export type Losing = Readonly<Record<Service, number>>;

const nobody = { exchange: 0, sharepoint: 0 };

/** For how many users something happens. */
export interface SheetLine {
  readonly item: SheetItem;
  readonly users: number;
  readonly losing: Losing;
}

/** Licenses of a product that are taken and given back: users who get it, and who lose it entirely. */
export interface SheetUnits {
  readonly skuId: SkuId;
  readonly needed: number;
  readonly freed: number;
}

/** What a change is. What differs for a user is told by the lines on which they count, and by no other. */
export interface ChangeSheet {
  /** Those who change. */
  readonly users: number;
  /** Who loses data first, then by kind, then by users. */
  readonly lines: readonly SheetLine[];
  /** Products of which licenses move, in the order of the lines. */
  readonly units: readonly SheetUnits[];
  readonly losing: Losing;
}

type Column = ArrayLike<number>;

/** Users as they are and are to be, as columns: index i of all is the same user. */
export interface Moves {
  /** Positions. */
  readonly users: Uint32Array;
  readonly before: { readonly licenses: Column; readonly locations: Column };
  readonly after: { readonly licenses: Column; readonly locations: Column };
  /** Which of `asked` are the swaps that were asked for the user. */
  readonly askedOf: Column;
  readonly asked: readonly (readonly Swap[])[];
  /** Which of `causes` holds what the rules say. */
  readonly causeOf: Column;
  readonly causes: readonly { readonly issues: readonly Issue[] }[];
}

/** What a Save planned. */
export const movesOf = (
  change: Pick<Change, 'users' | 'before' | 'after' | 'parts' | 'partOf' | 'causeOf' | 'causes'>,
): Moves => ({
  ...change,
  askedOf: change.partOf,
  asked: change.parts.map(({ swaps }) => countingSwaps(swaps)),
});

/** What a Save planned for the user at `index` of its columns. */
export function movesAt(change: Parameters<typeof movesOf>[0], index: number): Moves {
  const { users, before, after, askedOf, asked, causeOf, causes } = movesOf(change);
  const only = (column: Column): Column => [column[index] ?? 0];
  const state = ({ licenses, locations }: Moves['before']) => ({
    licenses: only(licenses),
    locations: only(locations),
  });
  const cause = causes[causeOf[index] ?? 0];
  return {
    users: users.slice(index, index + 1),
    before: state(before),
    after: state(after),
    askedOf: only(askedOf),
    asked,
    causeOf: [0],
    causes: cause === undefined ? [] : [cause],
  };
}

/** What happens to users who are alike in that. */
export interface SheetCase {
  readonly items: readonly SheetItem[];
  /** Which services go, and by which of the items. */
  readonly losses: readonly { readonly service: Service; readonly by: readonly SheetItem[] }[];
}

/** The users of one case as they are and are to be. */
interface CaseState {
  readonly from: LicenseSet;
  readonly to: LicenseSet;
  readonly asked: readonly Swap[];
  /** Undefined: it stays. */
  readonly location: string | null | undefined;
  readonly lost: readonly Service[];
}

const lostServices = ({ issues }: { readonly issues: readonly Issue[] }): Service[] =>
  services.filter((service) =>
    issues.some((issue) => issue.code === 'dataAtRisk' && issue.service === service),
  );

/** The product, or the service plan, that goes by the item; null where nothing does. */
function goneBy(item: SheetItem): SkuId | null {
  switch (item.kind) {
    case 'swap':
      return item.from;
    case 'servicePlan':
      return item.to === 'off' ? item.skuId : null;
    case 'revoke':
    case 'revokeDirect':
    case 'servicePlans':
      return item.skuId;
    default:
      return null;
  }
}

/** Reads what changes some users, once for those who are alike. */
export class SheetReader {
  readonly moves: Moves;
  readonly #index: ProductIndex;
  readonly #cases: (SheetCase & { users: number })[] = [];
  /** Index i: the case of the user. */
  readonly #caseOf: Uint32Array;

  private constructor(index: ProductIndex, moves: Moves) {
    this.#index = index;
    this.moves = moves;
    this.#caseOf = new Uint32Array(moves.before.licenses.length);
  }

  /** Reads all users, step by step. */
  static *read(index: ProductIndex, sets: LicenseSets, moves: Moves): Steps<SheetReader> {
    const reader = new SheetReader(index, moves);
    yield* reader.#read(sets);
    return reader;
  }

  *#read(sets: LicenseSets): Steps<void> {
    const { before, after, askedOf, asked, causeOf, causes } = this.moves;
    const lost = causes.map(lostServices);
    const numbers = new PairNumbers();
    const known: (number | undefined)[] = [];
    for (let i = 0; i < this.#caseOf.length; i++) {
      if (i % STEP === 0) yield;
      const from = before.licenses[i] ?? 0;
      const to = after.licenses[i] ?? 0;
      const at = before.locations[i] ?? 0;
      const then = after.locations[i] ?? 0;
      const part = askedOf[i] ?? 0;
      const cause = causeOf[i] ?? 0;
      const moved = at === then ? 0 : then + 1;
      const why = asked.length < 2 ? cause : numbers.number(part, cause);
      const key = numbers.number(numbers.number(from, to), numbers.number(moved, why));
      const one = (known[key] ??= this.#add({
        from: sets.at(from),
        to: sets.at(to),
        asked: asked[part] ?? [],
        location: at === then ? undefined : locationLetters(then),
        lost: lost[cause] ?? [],
      }));
      const found = this.#cases[one];
      if (found !== undefined) found.users++;
      this.#caseOf[i] = one;
    }
  }

  /** All of it, counted. */
  sheet(): ChangeSheet {
    const lines = new Map<
      string,
      { item: SheetItem; users: number; losing: Record<Service, number> }
    >();
    const losing: Record<Service, number> = { ...nobody };
    let users = 0;
    for (const one of this.#cases) {
      if (one.items.length > 0) users += one.users;
      for (const { service } of one.losses) losing[service] += one.users;
      for (const item of one.items) {
        const key = itemKey(item);
        const line = lines.get(key) ?? { item, users: 0, losing: { ...nobody } };
        lines.set(key, line);
        line.users += one.users;
        for (const { service, by } of one.losses)
          if (by.includes(item)) line.losing[service] += one.users;
      }
    }
    const sorted = [...lines.values()].sort(compareLines);
    return { users, lines: sorted, units: unitsOf(sorted), losing };
  }

  /** What happens to the user at `index` of the columns: one object for all who are alike. */
  caseAt(index: number): SheetCase {
    const found = this.#cases[this.#caseOf[index] ?? -1];
    if (found === undefined) throw new RangeError(`no user at ${index}`);
    return found;
  }

  /** Where in the columns those stand to whom it happens. */
  indexesOf(item: SheetItem): number[] {
    const wanted = itemKey(item);
    const isIn = this.#cases.map(({ items }) => items.some((one) => itemKey(one) === wanted));
    const indexes: number[] = [];
    this.#caseOf.forEach((one, i) => {
      if (isIn[one] === true) indexes.push(i);
    });
    return indexes;
  }

  /** Stands for all users with what each of them is and is to be: equal when that is equal. */
  digest(): string {
    const { users, before, after } = this.moves;
    const digest = new Digest();
    users.forEach((position, i) => {
      digest.number(position);
      for (const { licenses, locations } of [before, after])
        digest.number(licenses[i] ?? 0).number(locations[i] ?? 0);
    });
    return digest.toString();
  }

  #add({ from, to, asked, location, lost }: CaseState): number {
    const items = licenseItems(from, to, asked);
    if (location !== undefined) items.push({ kind: 'location', location });
    // who stays loses nothing, whatever was said of what was not planned
    const losses = (items.length === 0 ? [] : lost).map((service) => ({
      service,
      by: this.#losesBy(items, from, service),
    }));
    return this.#cases.push({ items, losses, users: 0 }) - 1;
  }

  /** The items that take the service away; where nobody knows which, all that take something. */
  #losesBy(items: readonly SheetItem[], from: LicenseSet, service: Service): SheetItem[] {
    const bits = this.#index.serviceBits.find(([one]) => one === service)?.[1] ?? this.#index.none;
    const taking = items.filter((item) => goneBy(item) !== null);
    const known = taking.filter((item) => {
      if (item.kind === 'servicePlan') {
        const bit = this.#index.bitOf(item.servicePlanId);
        return bit >= 0 && hasBit(bits, this.#index.layout.possibly(bit));
      }
      const sku = goneBy(item);
      const held = sku === null ? undefined : assignmentOf(from, sku);
      return held && overlaps(this.#index.maskOf(held, this.#index.numberOf(held.skuId)), bits);
    });
    return known.length > 0 ? known : taking;
  }
}

function unitsOf(lines: readonly SheetLine[]): SheetUnits[] {
  const units = new Map<SkuId, { needed: number; freed: number }>();
  const count = (skuId: SkuId, way: 'needed' | 'freed', users: number): void => {
    const known = units.get(skuId) ?? { needed: 0, freed: 0 };
    known[way] += users;
    units.set(skuId, known);
  };
  for (const { item, users } of lines) {
    if (item.kind === 'revoke') count(item.skuId, 'freed', users);
    else if (item.kind === 'assign') count(item.skuId, 'needed', users);
    else if (item.kind === 'swap') {
      count(item.from, 'freed', users);
      count(item.to, 'needed', users);
    }
  }
  return [...units].map(([skuId, moved]) => ({ skuId, ...moved }));
}

const most = ({ losing }: SheetLine): number => Math.max(losing.exchange, losing.sharepoint);

const compareLines = (a: SheetLine, b: SheetLine): number =>
  Number(most(b) > 0) - Number(most(a) > 0) ||
  itemKinds.indexOf(a.item.kind) - itemKinds.indexOf(b.item.kind) ||
  most(b) - most(a) ||
  b.users - a.users ||
  (itemKey(a.item) < itemKey(b.item) ? -1 : 1);
