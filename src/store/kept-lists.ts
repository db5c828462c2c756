import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import { stands } from '#plan/standing.ts';
import type { SeatwiseDatabase } from './database.ts';

/** What of a list of several customers is one customer's. */
export interface KeptPart {
  readonly customerId: CustomerId;
  readonly rows: number;
  /** The lists as which it was reviewed, in any window: the newest last. */
  readonly listIds: readonly string[];
  /** The change as which it was saved; null while it was not. */
  readonly changeId: ChangeId | null;
}

/** A list of several customers in the middle of its work: the file, and what of it is saved. */
export interface KeptListRow {
  /** The digest of the file. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** When it was last worked on, in ms since 1970. */
  readonly at: number;
  readonly parts: readonly KeptPart[];
}

/** A part of a list, and how it stands now. */
export interface PartState extends Pick<KeptPart, 'customerId' | 'rows'> {
  /** As what and when it was saved, where that still stands for somebody; null: it is left to do. */
  readonly saved: { readonly changeId: ChangeId; readonly at: number } | null;
}

/** Of so many lists the newest are kept, and of each part the ids of so many reviews. */
const KEPT_LISTS = 8;
const KEPT_IDS = 20;

/** The lists in the middle of their work, the newest first. */
export const keptLists = async (db: SeatwiseDatabase): Promise<KeptListRow[]> =>
  (await db.keptLists.toArray()).sort((a, b) => b.at - a.at);

/** How the parts of a list stand, of the customers that are on this device. */
export async function partStates(
  db: SeatwiseDatabase,
  parts: readonly KeptPart[],
): Promise<PartState[]> {
  const states: PartState[] = [];
  for (const { customerId, rows, changeId } of parts) {
    if ((await db.customers.get(customerId)) === undefined) continue;
    // a restore may have taken the change away, an undo everybody out of it
    const change = changeId === null ? undefined : await db.changes.get([customerId, changeId]);
    const isSaved = change !== undefined && stands(change.standings);
    const saved = isSaved ? { changeId: change.id, at: change.savedAt } : null;
    states.push({ customerId, rows, saved });
  }
  return states;
}

/** Keeps a list, and that a part of it is reviewed under this id; what is saved of it stays so where its rows are the same. */
export function noteReviewedPart(
  db: SeatwiseDatabase,
  list: Omit<KeptListRow, 'parts'> & { readonly sizes: ReadonlyMap<CustomerId, number> },
  part: { readonly customerId: CustomerId; readonly listId: string },
): Promise<void> {
  const { sizes, ...row } = list;
  return db.transaction('rw', db.keptLists, async () => {
    const known = (await db.keptLists.get(row.id))?.parts ?? [];
    const parts = [...sizes].map(([customerId, rows]): KeptPart => {
      const before = known.find((one) => one.customerId === customerId && one.rows === rows);
      const listIds = before?.listIds ?? [];
      const isReviewed = customerId === part.customerId;
      return {
        customerId,
        rows,
        listIds: isReviewed ? [...listIds, part.listId].slice(-KEPT_IDS) : listIds,
        changeId: before?.changeId ?? null,
      };
    });
    await db.keptLists.put({ ...row, parts });
    const others = await keptLists(db);
    await db.keptLists.bulkDelete(others.slice(KEPT_LISTS).map(({ id }) => id));
  });
}

/** Part of a Save's transaction: remembers as which change the part of a list is saved. Does nothing for other lists. */
export async function markPartSaved(
  db: SeatwiseDatabase,
  listId: string,
  changeId: ChangeId,
): Promise<void> {
  for (const row of await db.keptLists.toArray()) {
    const parts = row.parts.map((part) =>
      part.listIds.includes(listId) ? { ...part, changeId } : part,
    );
    if (parts.some((part, index) => part !== row.parts[index])) {
      await db.keptLists.put({ ...row, parts });
    }
  }
}

/** Forgets what of lists is about a customer that goes; a list that is about nobody else goes, too. */
export async function forgetParts(db: SeatwiseDatabase, customerId: CustomerId): Promise<void> {
  for (const row of await db.keptLists.toArray()) {
    const parts = row.parts.filter((part) => part.customerId !== customerId);
    if (parts.length === row.parts.length) continue;
    if (parts.length === 0) await db.keptLists.delete(row.id);
    else await db.keptLists.put({ ...row, parts });
  }
}
