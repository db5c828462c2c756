import type { UserId } from '../../src/users/ids.ts';
import type { Dice } from './dice.ts';

/** What the person who syncs may not do with some users: from the beginning for good, or for a while. */
export class Permissions {
  readonly #never = { read: new Set<UserId>(), change: new Set<UserId>() };
  readonly #now = { read: new Set<UserId>(), change: new Set<UserId>() };

  /** Some users can never be read, some never be changed. */
  begin(users: readonly UserId[], dice: Dice): void {
    for (const user of users) {
      if (dice.is(0.1)) this.#never.read.add(user);
      if (dice.is(0.1)) this.#never.change.add(user);
    }
  }

  may(deed: 'read' | 'change', user: UserId): boolean {
    return !this.#never[deed].has(user) && !this.#now[deed].has(user);
  }

  /** Somebody takes the right to read or change a user, or gives it back. */
  turn(deed: 'read' | 'change', user: UserId): void {
    if (!this.#now[deed].delete(user)) this.#now[deed].add(user);
  }

  /** Everybody is as at the beginning again. */
  clear(): void {
    for (const users of Object.values(this.#now)) users.clear();
  }
}
