import { Sequences } from '#base/sequences.ts';
import type { Assignment, Path, Via } from './license-set.ts';

/**
 * A number for each distinct assignment of canonical sets: 0, 1, … in the order of their first
 * appearance. Told apart by numbers of their texts, as a text of the whole costs more to make than
 * everything else that is done with it.
 */
export class AssignmentNumbers {
  readonly #texts = new Map<string, number>();
  readonly #sequences = new Sequences();
  readonly #assignments: Assignment[] = [];
  readonly #items: number[] = [];

  /** The number of this assignment, a new one if none of the same content was seen. */
  number(assignment: Assignment): number {
    const items = this.#items;
    items.length = 0;
    items.push(this.#text(assignment.skuId));
    for (const path of assignment.paths) this.#take(path);
    const number = this.#sequences.number(items);
    if (number === this.#assignments.length) this.#assignments.push(assignment);
    return number;
  }

  /** The first one of that content; a number that was never given is a bug and throws. */
  at(number: number): Assignment {
    const assignment = this.#assignments[number];
    if (assignment === undefined) throw new RangeError(`no assignment ${number}`);
    return assignment;
  }

  /** By number. */
  get all(): readonly Assignment[] {
    return this.#assignments;
  }

  /** Every path says how long it is, so that none can be taken for a part of another. */
  #take({ via, state, error, disabledPlans }: Path): void {
    const items = this.#items;
    // an empty word says as little as none
    items.push(this.#via(via), this.#text(state ?? ''), this.#text(error ?? ''));
    items.push(disabledPlans === null ? 0 : disabledPlans.length + 1);
    for (const plan of disabledPlans ?? []) items.push(this.#text(plan));
  }

  #via(via: Via): number {
    if (via.kind === 'direct') return 0;
    return via.kind === 'unknown' ? 1 : 1 + this.#text(via.groupId);
  }

  /** From 1. */
  #text(text: string): number {
    let number = this.#texts.get(text);
    if (number === undefined) this.#texts.set(text, (number = this.#texts.size + 1));
    return number;
  }
}
