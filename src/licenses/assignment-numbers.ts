import { eachSequence, SequenceList } from '#base/sequence-list.ts';
import { Sequences } from '#base/sequences.ts';
import { assignmentItems, nextPath, type AssignmentColumns } from './assignment-items.ts';
import type { GroupId, ServicePlanId, SkuId } from './ids.ts';
import type { Assignment, Path, Via } from './license-set.ts';

/** Puts another number in the place of each number of a text in an assignment. */
function renumber(items: number[], numberOf: (text: number) => number): void {
  const put = (i: number, before = 0): void => {
    items[i] = before + numberOf((items[i] ?? 0) - before);
  };
  put(0);
  for (let i = 1, next; i < items.length; i = next) {
    next = nextPath(items, i);
    if ((items[i] ?? 0) > 1) put(i, 1);
    put(i + 1);
    put(i + 2);
    for (let plan = i + 4; plan < next; plan++) put(plan);
  }
}

/**
 * A number for each distinct assignment of canonical sets: 0, 1, … in the order of their first
 * appearance. Told apart by numbers of their texts, as a text of the whole costs more to make than
 * everything else that is done with it. An object is made of one that is asked for, once.
 */
export class AssignmentNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #sequences = new Sequences();
  readonly #made = new Map<number, Assignment>();
  readonly #items: number[] = [];
  /** From 1. */
  readonly #numberOf = (text: string): number => {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#texts.push(text)));
    return number;
  };

  get size(): number {
    return this.#sequences.size;
  }

  /** The number of this assignment, a new one if none of the same content was seen. */
  number(assignment: Assignment): number {
    const items = this.#items;
    items.length = 0;
    assignmentItems(assignment, this.#numberOf, items);
    return this.#sequences.number(items);
  }

  /** The numbers of stored assignments, in their order. */
  take({ texts, assignments }: AssignmentColumns): Uint32Array {
    const own = texts.map(this.#numberOf);
    const numbers = new Uint32Array(assignments.starts.length - 1);
    const items = this.#items;
    for (const stored of eachSequence(assignments, items)) {
      renumber(items, (text) => {
        const number = own[text - 1];
        if (number === undefined) throw new RangeError(`no text ${text}`);
        return number;
      });
      numbers[stored] = this.#sequences.number(items);
    }
    return numbers;
  }

  /** The assignments with these numbers for the store, in this order. */
  columns(numbers: Iterable<number>): AssignmentColumns {
    const known = new Uint32Array(this.#texts.length);
    const texts: string[] = [];
    const list = new SequenceList();
    const items = this.#items;
    for (const number of numbers) {
      this.#sequences.read(number, items);
      renumber(items, (text) => (known[text - 1] ||= texts.push(this.#text(text))));
      list.push(items);
    }
    return { texts, assignments: list.copy() };
  }

  /** The one assignment with that number; a number that was never given is a bug and throws. */
  at(number: number): Assignment {
    let made = this.#made.get(number);
    if (made === undefined) this.#made.set(number, (made = this.read(number)));
    return made;
  }

  /** What is in that assignment, in an object of its own where none was asked for yet. */
  read(number: number): Assignment {
    return this.#made.get(number) ?? this.#read(number);
  }

  /** The product of the assignment. */
  skuOf(number: number): SkuId {
    return this.#text(this.#sequences.first(number)) as SkuId;
  }

  /** True when each path of the assignment is in a state for which this is true. */
  everyState(number: number, is: (path: Pick<Path, 'state'>) => boolean): boolean {
    const items = this.#items;
    this.#sequences.read(number, items);
    for (let i = 1; i < items.length; i = nextPath(items, i)) {
      if (!is({ state: this.#text(items[i + 1]) })) return false;
    }
    return true;
  }

  #read(number: number): Assignment {
    const items = this.#items;
    this.#sequences.read(number, items);
    const paths: Path[] = [];
    for (let i = 1, next; i < items.length; i = next) {
      next = nextPath(items, i);
      const via = this.#viaOf(items[i] ?? 0);
      const [state, error] = [this.#text(items[i + 1]) || null, this.#text(items[i + 2]) || null];
      const plans = items.slice(i + 4, next).map((plan) => this.#text(plan) as ServicePlanId);
      paths.push({ via, disabledPlans: items[i + 3] === 0 ? null : plans, state, error });
    }
    return { skuId: this.#text(items[0]) as SkuId, paths };
  }

  #viaOf(item: number): Via {
    if (item === 0) return { kind: 'direct' };
    return item === 1
      ? { kind: 'unknown' }
      : { kind: 'group', groupId: this.#text(item - 1) as GroupId };
  }

  #text(number = 0): string {
    const text = this.#texts[number - 1];
    if (text === undefined) throw new RangeError(`no text ${number}`);
    return text;
  }
}
