import type { SplitList } from '#csv/split-list.ts';
import type { ListSplitView, SplitId } from './assignment-list-types.ts';
import { LISTED } from './list-view.ts';

/** True where a list says whose its rows are, by a column or by users of several customers. */
export const isOfSeveral = ({ sources, parts }: SplitList): boolean =>
  parts.size > 1 || sources.sources.some(({ customer }) => customer !== '');

/** What is shown of a list that was split. */
export const splitView = (splitId: SplitId, { parts, refused }: SplitList): ListSplitView => ({
  splitId,
  parts: [...parts].map(([customerId, size]) => ({ customerId, ...size })),
  refused: refused.kept.slice(0, LISTED),
  refusedCount: refused.count,
});
