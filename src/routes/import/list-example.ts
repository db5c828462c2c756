import type { SkuId } from '#licenses/ids.ts';
import { productName } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { AssignmentListView, ListModeChoice } from '#worker/lists/assignment-list-types.ts';

/** So many products that only stay are named. */
const STAYING = 2;

/** What a mode does for one user of the list, in words: `Ada: Visio Plan 2 stays, Microsoft 365 E3 is assigned`. */
export function exampleText(
  {
    view: { names },
    example: { displayName, lines },
  }: {
    readonly view: Pick<AssignmentListView, 'names'>;
    readonly example: NonNullable<AssignmentListView['example']>;
  },
  {
    mode,
    covered,
  }: {
    readonly mode: ListModeChoice['kind'];
    readonly covered: { has: (skuId: SkuId) => boolean };
  },
  { assignmentLists: { example: m }, words }: Messages,
): string {
  const changes: string[] = [];
  const stays: string[] = [];
  for (const { skuId, isHeld, effects } of lines) {
    const isCovered = mode !== 'exact' || covered.has(skuId);
    const effect = isCovered ? effects[mode] : isHeld ? 'stays' : null;
    if (effect === 'stays') stays.push(m.stays(productName(names, skuId)));
    else if (effect !== null) changes.push(m[effect](productName(names, skuId)));
  }
  const more = stays.length - STAYING;
  const said = [...stays.slice(0, STAYING), ...(more > 0 ? [m.moreStay(more)] : []), ...changes];
  return m.of(displayName, said.length === 0 ? m.nothing : said.join(words.listSeparator));
}
