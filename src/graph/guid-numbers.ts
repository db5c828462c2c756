import { readGuid } from '#licenses/ids.ts';

/** A number for each distinct spelling of a GUID, and the one text of it that everybody shares. */
export class GuidNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #guids: string[] = [];

  /** The number of that spelling, from 0; null for what is no GUID. */
  number(text: unknown): number | null {
    if (typeof text !== 'string') return null;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const guid = readGuid(text);
    if (guid === null) return null;
    const same = this.#numbers.get(guid);
    const number = this.#guids.push(same === undefined ? guid : this.at(same)) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  /** In lower case; a number that was never given is a bug and throws. */
  at(number: number): string {
    const guid = this.#guids[number];
    if (guid === undefined) throw new RangeError(`no GUID ${number}`);
    return guid;
  }
}
