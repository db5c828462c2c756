import { isJsonObject } from './graph-page.ts';

/** The texts of a user's licenses that count, and how many stand in each list (-1: no list). */
type Token = string | number;

/** Enough of a text to tell most from each other. */
function mix(hash: number, token: Token): number {
  if (typeof token === 'number') return Math.imul(hash ^ token, 0x01000193);
  const length = token.length;
  let mixed = Math.imul(hash ^ length, 0x01000193);
  for (let i = 0; i < 6 && i < length; i++) {
    mixed = Math.imul(mixed ^ token.charCodeAt(i), 0x01000193);
  }
  return mixed;
}

/** Values by what users' licenses say; the order counts. */
export class ByLicenses<T extends object | null> {
  readonly #entries = new Map<number, { readonly tokens: readonly Token[]; readonly value: T }[]>();
  /** Of the user who was looked up last. */
  readonly #tokens: Token[] = [];
  #count = 0;
  #hash = 0;

  /** What was kept for a user with the same licenses; undefined where there is nothing. */
  get(user: Readonly<Record<string, unknown>>): T | undefined {
    if (!this.#read(user)) return undefined;
    const entries = this.#entries.get(this.#hash);
    return entries?.find(({ tokens }) => this.#isSame(tokens))?.value;
  }

  /** Keeps a value for users with the same licenses; those that are not of the expected types are left out. */
  set(user: Readonly<Record<string, unknown>>, value: T): void {
    if (!this.#read(user)) return;
    const entries = this.#entries.get(this.#hash) ?? [];
    entries.push({ tokens: this.#tokens.slice(0, this.#count), value });
    this.#entries.set(this.#hash, entries);
  }

  #isSame(tokens: readonly Token[]): boolean {
    if (tokens.length !== this.#count) return false;
    for (let i = 0; i < tokens.length; i++) if (tokens[i] !== this.#tokens[i]) return false;
    return true;
  }

  #push(token: Token): void {
    this.#tokens[this.#count++] = token;
    this.#hash = mix(this.#hash, token);
  }

  #read(user: Readonly<Record<string, unknown>>): boolean {
    this.#count = 0;
    this.#hash = 0;
    return (
      this.#readList(user['assignedLicenses']) && this.#readList(user['licenseAssignmentStates'])
    );
  }

  #readList(list: unknown): boolean {
    if (list === undefined || list === null) {
      this.#push(-1);
      return true;
    }
    if (!Array.isArray(list)) return false;
    this.#push(list.length);
    for (const part of list as readonly unknown[]) {
      if (!isJsonObject(part)) return false;
      const { skuId, assignedByGroup, state, error, disabledPlans } = part;
      const isRead =
        this.#readText(skuId) &&
        this.#readText(assignedByGroup) &&
        this.#readText(state) &&
        this.#readText(error) &&
        this.#readPlans(disabledPlans);
      if (!isRead) return false;
    }
    return true;
  }

  #readText(text: unknown): boolean {
    if (typeof text === 'string') this.#push(text);
    else if (text === undefined || text === null) this.#push(-1);
    else return false;
    return true;
  }

  #readPlans(plans: unknown): boolean {
    if (plans === undefined || plans === null) {
      this.#push(-1);
      return true;
    }
    if (!Array.isArray(plans)) return false;
    this.#push(plans.length);
    for (const plan of plans as readonly unknown[]) {
      if (typeof plan !== 'string') return false;
      this.#push(plan);
    }
    return true;
  }
}
