import type { Remembered } from './remembered.ts';

/** How many of the last opened customers are kept: some of them may be pinned, or gone. */
const KEPT = 20;

/** Which customers stand in the side bar of this device, by their ids. */
export class SideCustomers {
  readonly #remembered: Remembered;
  #pinned = $state.raw<readonly string[]>([]);
  #opened = $state.raw<readonly string[]>([]);

  constructor(remembered: Remembered) {
    this.#remembered = remembered;
    this.readAgain();
  }

  /** In the order in which a person pinned them. */
  get pinned(): readonly string[] {
    return this.#pinned;
  }

  /** The last opened first, without those that are pinned. */
  get recent(): readonly string[] {
    return this.#opened.filter((id) => !this.#pinned.includes(id));
  }

  get isEmpty(): boolean {
    return this.#pinned.length + this.#opened.length === 0;
  }

  pin(id: string, isPinned: boolean): void {
    this.#pinned = [...without(this.#pinned, id), ...(isPinned ? [id] : [])];
    this.#remembered.keepPinned(this.#pinned);
  }

  opened(id: string): void {
    if (this.#opened[0] === id) return;
    this.#keepOpened([id, ...without(this.#opened, id)].slice(0, KEPT));
  }

  /** Lets go of a customer that was removed, so that one that comes back does not stand there. */
  forget(id: string): void {
    if (this.#pinned.includes(id)) this.pin(id, false);
    this.#keepOpened(without(this.#opened, id));
  }

  /** Takes over what another window of this device kept. */
  readAgain(): void {
    this.#pinned = this.#remembered.pinned();
    this.#opened = this.#remembered.opened();
  }

  #keepOpened(ids: readonly string[]): void {
    this.#opened = ids;
    this.#remembered.keepOpened(ids);
  }
}

const without = (ids: readonly string[], id: string): string[] => ids.filter((one) => one !== id);
