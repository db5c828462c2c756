import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { Standing, type ChangeId } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import { standingChanges } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { loadCustomer, refreshCustomer, type LoadedCustomer } from '#store/load-customer.ts';
import { sendingThrough } from '#store/runs.ts';
import { saveChange } from '#store/save-change.ts';
import type { UserId } from '#users/ids.ts';
import { locationLetters, type LocationCode } from '#users/usage-location.ts';
import { planAll, plannerOf, stepOn } from '../store/steps.ts';
import { SERVICE_PLAN } from './people.ts';
import { takeTurns } from './timeline.ts';
import type { KnownUser, Undone } from './watched-outbox.ts';

/** The ticks that plan just this. */
export const draftOf = (wishes: KnownUser['wishes'], location: LocationCode | null): Draft => ({
  products: [...wishes].map(([skuId, path]) => ({
    skuId,
    action: path === 'absent' ? 'revoke' : 'assign',
    servicePlans: path === 'absent' ? {} : { [SERVICE_PLAN]: path.length > 0 ? 'off' : 'on' },
  })),
  swaps: [],
  usageLocation: location === null ? null : locationLetters(location),
});

/** A person who saves and undoes changes of one user each, on the real store. */
export class StoredPlanning {
  readonly #db: SeatwiseDatabase;
  readonly #id: CustomerId;
  #changes = 0;
  #known: LoadedCustomer | null = null;

  constructor(db: SeatwiseDatabase, id: CustomerId) {
    this.#db = db;
    this.#id = id;
  }

  async load(): Promise<LoadedCustomer> {
    const known = this.#known;
    const data =
      known === null
        ? await loadCustomer(this.#db, this.#id)
        : await refreshCustomer(this.#db, known);
    this.#known = data;
    if (data === null) throw new Error('the simulated customer is gone');
    return data;
  }

  /**
   * False where it changes nothing. Between looking and pressing, what else goes on has `turns` turns; where the
   * customer moves meanwhile, the person looks and presses again.
   */
  async save(user: UserId, draft: Draft, turns = 0): Promise<boolean> {
    const id = `change-${this.#changes++}` as ChangeId;
    for (let left = turns; ; left = 0) {
      const saved = await this.#trySave(id, { user, draft, turns: left });
      if (saved !== 'stale') return saved;
    }
  }

  async #trySave(
    id: ChangeId,
    { user, draft, turns }: { user: UserId; draft: Draft; turns: number },
  ): Promise<boolean | 'stale'> {
    const data = await this.load();
    const position = data.table.texts.id.indexOf(user);
    const change = {
      ...plannerOf(data).change(Uint32Array.of(position), draft, planAll),
      id,
      ...{ savedAt: 0, operator: 'Ada', reference: null, note: null },
    };
    await takeTurns(turns);
    const saved = await saveChange(this.#db, data, change, {
      expectedVersion: data.customer.version,
    });
    if (!saved.ok && saved.error.kind === 'stale') return 'stale';
    if (!saved.ok) throw new Error(saved.error.kind);
    return change.causes.every(({ kind }) => kind !== 'notChanged');
  }

  /** The user's newest change as it would be undone now, to be pressed later; null where it cannot be. */
  async undo(user: UserId): Promise<(() => Promise<Undone | null>) | null> {
    const [db, id, data] = [this.#db, this.#id, await this.load()];
    const { settledThrough } = data;
    const position = data.table.texts.id.indexOf(user);
    const changes = await standingChanges(db, id);
    const open = changes
      .filter(({ sequence }) => sequence > (settledThrough[position] ?? 0))
      .filter(({ users, standing }) => standing[users.indexOf(position)] === Standing.open);
    const change = open.reduce<(typeof open)[number] | undefined>(
      (newest, one) => (one.sequence > (newest?.sequence ?? 0) ? one : newest),
      undefined,
    );
    if (change === undefined) return null;
    const sent = { settledThrough, sending: await sendingThrough(db, id) };
    const { columns, save } = await stepOn(db, data, change.id, 'takenOut', sent);
    if (columns.users.length === 0) return null;
    return async () => {
      if (!(await save()).ok) return null;
      const through = (await sendingThrough(db, id)).get(position) ?? 0;
      return {
        products: change.parts.flatMap(({ products }) => products.map(({ skuId }): SkuId => skuId)),
        isAll: open.length === 1,
        isBeingSent: through >= change.sequence,
      };
    };
  }
}
