import type { Steps } from '#base/steps.ts';
import { objectIdOf, userId, type Position } from './ids.ts';
import { nameKeyOf } from './name-text.ts';
import { NAMES_IN_STEP } from './pasted-list.ts';
import { isPresent, type UserTable } from './user-table.ts';

/** What the names of a list mean in one customer. */
export interface FoundNames {
  /** Ascending, each user once. */
  readonly matched: readonly Position[];
  /** As typed. */
  readonly unmatched: readonly string[];
  /** Names that fit several users: which one is meant is never guessed. */
  readonly ambiguous: readonly {
    readonly name: string;
    readonly candidates: readonly Position[];
  }[];
}

/**
 * The address that a guest was invited by: `anna_fabrikam.com#EXT#@contoso.onmicrosoft.com` stands for
 * anna@fabrikam.com (Microsoft Entra "Properties of a B2B guest user"; a domain has no underscore).
 * Null for other names.
 */
function invitedAddress(lowerName: string): string | null {
  if (!lowerName.includes('#')) return null;
  const [account, ...rest] = lowerName.split('#ext#@');
  if (account === undefined || rest.length === 0) return null;
  const at = account.lastIndexOf('_');
  return at <= 0 ? null : `${account.slice(0, at)}@${account.slice(at + 1)}`;
}

/** The keys under which a user is found: object id, userPrincipalName, e-mail address, of guests the address they were invited by. */
export function keysOf({ texts }: UserTable, position: Position): readonly string[] {
  const userPrincipalName = texts.userPrincipalName[position] ?? '';
  const mail = texts.mail[position] ?? '';
  const name = nameKeyOf(userPrincipalName);
  const id = objectIdOf(userId(texts.id[position] ?? '')) ?? '';
  const address = mail === userPrincipalName ? '' : nameKeyOf(mail);
  return [id, name, address, invitedAddress(name) ?? ''];
}

const displayKey = (name: string): string => nameKeyOf(name).replace(/\s+/g, ' ');

function displayNames(table: UserTable): Map<string, Position[]> {
  const names = new Map<string, Position[]>();
  for (let position = 0; position < table.count; position++) {
    const key = displayKey(table.texts.displayName[position] ?? '');
    if (key === '' || !isPresent(table, position)) continue;
    const same = names.get(key);
    if (same === undefined) names.set(key, [position]);
    else same.push(position);
  }
  return names;
}

/**
 * Finds the users still in a customer by object id, userPrincipalName or e-mail address, guests also
 * by the address they were invited by. Made in one pass over the users; good until the table's texts
 * change.
 */
export class UserFinder {
  readonly #byName = new Map<string, Position | Position[]>();
  readonly #table: UserTable;
  /** Made when somebody looks for a display name. */
  #byDisplayName: Map<string, Position[]> | null = null;

  constructor(table: UserTable) {
    this.#table = table;
    for (let position = 0; position < table.count; position++) {
      if (!isPresent(table, position)) continue;
      for (const key of keysOf(table, position)) this.#add(key, position);
    }
  }

  /** Everybody whom the name fits. */
  find(name: string): readonly Position[] {
    const found = this.#byName.get(nameKeyOf(name)) ?? [];
    return typeof found === 'number' ? [found] : found;
  }

  /** Everybody who is called so on screen. */
  findCalled(displayName: string): readonly Position[] {
    this.#byDisplayName ??= displayNames(this.#table);
    return this.#byDisplayName.get(displayKey(displayName)) ?? [];
  }

  /** Whom the names mean, step by step: display names, too. */
  *findAll(names: readonly string[]): Steps<FoundNames> {
    const matched = new Set<Position>();
    const unmatched: string[] = [];
    const ambiguous: { name: string; candidates: readonly Position[] }[] = [];
    for (const [at, name] of names.entries()) {
      if (at % NAMES_IN_STEP === 0) yield;
      const found = this.find(name);
      const [first, ...more] = found.length > 0 ? found : this.findCalled(name);
      if (first === undefined) unmatched.push(name);
      else if (more.length === 0) matched.add(first);
      else ambiguous.push({ name, candidates: [first, ...more] });
    }
    return { matched: [...matched].sort((a, b) => a - b), unmatched, ambiguous };
  }

  #add(key: string, position: Position): void {
    if (key === '') return;
    const known = this.#byName.get(key);
    if (known === undefined) this.#byName.set(key, position);
    else if (typeof known === 'number') {
      if (known !== position) this.#byName.set(key, [known, position]);
    } else if (known.at(-1) !== position) known.push(position);
  }
}
