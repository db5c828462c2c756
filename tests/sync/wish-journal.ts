import type { SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath } from '../../src/plan/operation.ts';
import type { UserId } from '../../src/users/ids.ts';

/** One thing that a person planned for a user. */
export interface Wish {
  readonly sku: SkuId;
  readonly path: DirectPath;
}

/** What was planned for users, in order, and what of it a run carries: only the rest can be taken back. */
export class WishJournal {
  readonly #wishes = new Map<UserId, Wish[]>();
  readonly #carried = new Set<Wish>();

  wished(user: UserId, wish: Wish): void {
    const before = this.#wishes.get(user);
    if (before === undefined) this.#wishes.set(user, [wish]);
    else before.push(wish);
  }

  cleared(user: UserId): void {
    this.#wishes.delete(user);
  }

  /** A run claimed the user with all that is planned. */
  claimed(user: UserId): void {
    for (const wish of this.#wishes.get(user) ?? []) this.#carried.add(wish);
  }

  /** It ended; after a conflict everything stays planned. */
  ended(user: UserId, isConflict: boolean): void {
    const wishes = this.#wishes.get(user) ?? [];
    if (!isConflict) {
      this.#wishes.set(
        user,
        wishes.filter((wish) => !this.#carried.has(wish)),
      );
    }
    for (const wish of wishes) this.#carried.delete(wish);
  }

  /** What was planned last for the user; undefined when nothing is. */
  newest(user: UserId): Wish | undefined {
    return this.#wishes.get(user)?.at(-1);
  }

  isCarried(wish: Wish): boolean {
    return this.#carried.has(wish);
  }

  /** Takes it back: gives what is planned of its product then, null where nothing is; undefined where it is not planned any more. */
  takeBack(user: UserId, wish: Wish): DirectPath | null | undefined {
    const wishes = this.#wishes.get(user) ?? [];
    const at = wishes.indexOf(wish);
    if (at < 0) return undefined;
    wishes.splice(at, 1);
    return wishes.findLast(({ sku }) => sku === wish.sku)?.path ?? null;
  }
}
