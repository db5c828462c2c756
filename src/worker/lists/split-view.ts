import type { SplitList } from '#csv/split-list.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { partStates } from '#store/kept-lists.ts';
import type { ListSplitView, SplitId } from './assignment-list-types.ts';
import { LISTED } from './list-view.ts';

/** A split list, with the digest of its file. */
export interface ReadSplit {
  readonly file: File;
  readonly digest: string;
  readonly split: SplitList;
}

/** True where a list says whose its rows are, by a column or by users of several customers. */
export const isOfSeveral = ({ sources, parts }: SplitList): boolean =>
  parts.size > 1 || sources.sources.some(({ customer }) => customer !== '');

/** What is shown of a list that was split: a part that was saved is, while its rows are the same. */
export async function splitView(
  db: SeatwiseDatabase,
  splitId: SplitId,
  { digest, split: { parts, refused } }: ReadSplit,
): Promise<ListSplitView> {
  const kept = (await db.keptLists.get(digest))?.parts ?? [];
  const states = await partStates(db, kept);
  return {
    splitId,
    parts: [...parts].map(([customerId, size]) => {
      const state = states.find((one) => one.customerId === customerId && one.rows === size.rows);
      return { customerId, ...size, saved: state?.saved ?? null };
    }),
    refused: refused.kept.slice(0, LISTED),
    refusedCount: refused.count,
  };
}
