import type { SkuId } from '#licenses/ids.ts';
import { productName } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { Swap } from '#plan/draft.ts';
import type { SwapPreview } from '#plan/preview.ts';
import type { ManageView } from '#worker/manage/manage-types.ts';

/** What stands below a swap that was added: who is not swapped, and what is still to be decided. */
export function swapNotes(
  { swap: text }: Messages,
  { alreadyHaveTo, waits, blocked, leftOut, plansUnknown, questions }: SwapPreview,
  { ifUnknown }: Swap,
  /** The name of the product that comes, and how many of its service plans are ticked. */
  { to, chosen }: { readonly to: string; readonly chosen: number },
): string[] {
  const notes: string[] = [];
  if (alreadyHaveTo > 0) notes.push(text.alreadyShort(alreadyHaveTo, to));
  if (waits > 0) notes.push(text.waitShort(waits));
  if (blocked > 0) notes.push(text.blockedShort(blocked));
  if (leftOut > 0) notes.push(text.leftOutShort(leftOut));
  if (plansUnknown > 0) {
    const say = ifUnknown === 'allOn' ? text.unknownAllOn : text.unknownLeftOut;
    notes.push(say(plansUnknown));
  }
  const open = new Set(questions.flatMap((one) => (one.decided === null ? [one.becomes] : [])));
  if (open.size > 0) notes.push(text.openQuestions(open.size));
  if (chosen > 0) notes.push(text.chosen(chosen));
  return notes;
}

/** What a swap does with one of its two products, for that product's row. */
export function swapWords(
  { swap: text }: Messages,
  sku: SkuId,
  { from, to }: Swap,
  { preview, names }: Pick<ManageView, 'preview' | 'names'>,
): string {
  const effect = preview.swaps.find((one) => one.from === from && one.to === to);
  if (sku === from) return text.goes(productName(names, to), effect?.users ?? 0);
  return text.comes(productName(names, from), (effect?.users ?? 0) - (effect?.alreadyHaveTo ?? 0));
}
