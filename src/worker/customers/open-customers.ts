import type { CustomerId } from '#customers/customer.ts';
import type { Catalog } from '#licenses/catalog.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { knownFacts } from '#store/facts.ts';
import { loadCustomer, type LoadedCustomer, refreshCustomer } from '#store/load-customer.ts';
import { politePace } from '#worker/jobs/next-turn.ts';
import { knownCatalog } from '#worker/licenses/known-catalog.ts';
import { NotFound } from './not-found.ts';
import { OpenCustomer } from './open-customer.ts';

const KEPT = 3;

/** The customers that this worker holds in memory: the last few used. */
export class OpenCustomers {
  readonly #db: SeatwiseDatabase;
  readonly #open = new Map<CustomerId, Promise<OpenCustomer>>();
  readonly #damaged = new Set<CustomerId>();

  readonly #onDamage: () => void;

  /** `onDamage`: other customers can be read than before. */
  constructor(db: SeatwiseDatabase, onDamage: () => void = () => undefined) {
    this.#db = db;
    this.#onDamage = onDamage;
  }

  /** The customers of which `answer` could not answer something, until they can be read again. */
  get damaged(): ReadonlySet<CustomerId> {
    return this.#damaged;
  }

  /**
   * What is asked of one customer among others; null where what is stored of it is damaged, or it is gone:
   * the others answer all the same.
   */
  async answer<T>(id: CustomerId, work: () => Promise<T>): Promise<T | null> {
    try {
      const answer = await work();
      // what needs nothing of what is damaged is answered all the same
      const isWhole = this.#damaged.has(id) && (await this.#canBeRead(id));
      if (isWhole && this.#damaged.delete(id)) this.#onDamage();
      return answer;
    } catch (error) {
      const isNew = !(error instanceof NotFound) && !this.#damaged.has(id);
      if (isNew) {
        this.#damaged.add(id);
        this.#onDamage();
      }
      return null;
    }
  }

  /** True when the customer is in memory, or on its way. */
  has(id: CustomerId): boolean {
    return this.#open.has(id);
  }

  /** The customer in memory, loaded if need be. Throws `NotFound` when it is not on this device. */
  open(id: CustomerId): Promise<OpenCustomer> {
    const known = this.#open.get(id) ?? this.#load(id);
    this.#open.delete(id);
    this.#open.set(id, known);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= KEPT) break;
      this.#open.delete(oldest);
    }
    return known;
  }

  /** A customer to be looked at in passing: those in memory stay there. Throws as `open` does. */
  lookAt(id: CustomerId): Promise<OpenCustomer> {
    return this.#open.get(id) ?? this.#read(id);
  }

  /** Takes over what a Save here has just stored. */
  async replace(before: OpenCustomer, data: LoadedCustomer): Promise<void> {
    const { id } = data.customer;
    const next = new OpenCustomer(
      this.#db,
      { data, facts: await this.#facts(), names: await this.#catalog() },
      before,
    );
    this.#open.set(id, Promise.resolve(next));
  }

  /** Reads again what moved since the customer was loaded (a Save here or in another window, an import). */
  async reload(id: CustomerId): Promise<void> {
    const before = await this.#open.get(id)?.catch(() => null);
    if (!before) return;
    const next = this.#refresh(before);
    this.#open.set(id, next);
    await next.catch(() => this.#open.delete(id));
  }

  /** Reads again what stands under every customer in memory: facts judge all of them. */
  async reloadAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.reload(id)));
  }

  /** Reloads unless this version is already in memory. */
  async keepUp(id: CustomerId, version: number): Promise<void> {
    const known = await this.#open.get(id)?.catch(() => null);
    if (known && known.data.customer.version !== version) await this.reload(id);
  }

  /** Lets go of a customer that was removed. */
  forget(id: CustomerId): void {
    this.#open.delete(id);
    if (this.#damaged.delete(id)) this.#onDamage();
  }

  #canBeRead(id: CustomerId): Promise<boolean> {
    return this.lookAt(id).then(
      () => true,
      () => false,
    );
  }

  #load(id: CustomerId): Promise<OpenCustomer> {
    const loading = this.#read(id);
    loading.catch(() => this.#open.delete(id));
    return loading;
  }

  async #read(id: CustomerId): Promise<OpenCustomer> {
    const data = await loadCustomer(this.#db, id, politePace());
    if (!data) throw new NotFound(id);
    return new OpenCustomer(this.#db, {
      data,
      facts: await this.#facts(),
      names: await this.#catalog(),
    });
  }

  async #refresh(before: OpenCustomer): Promise<OpenCustomer> {
    const { id } = before.data.customer;
    const data = await refreshCustomer(this.#db, before.data);
    if (!data) throw new NotFound(id);
    return new OpenCustomer(
      this.#db,
      { data, facts: await this.#facts(), names: await this.#catalog() },
      before,
    );
  }

  #catalog(): Promise<Catalog> {
    return knownCatalog(this.#db);
  }

  #facts(): Promise<RuleFact[]> {
    return knownFacts(this.#db, documentedFacts);
  }
}
