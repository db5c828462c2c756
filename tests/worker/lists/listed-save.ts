import type { CustomerId } from '#customers/customer.ts';
import { emptyDraft } from '#plan/draft.ts';
import type { SheetItem } from '#plan/sheet-items.ts';
import type { Desk } from '#worker/desk.ts';
import type { ListPlanView } from '#worker/lists/assignment-list-types.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';

/** What a Save of a list would do, as its card says it: users by what happens to them, and who stays as they are. */
export async function listedSave(
  desk: Desk,
  place: { readonly customerId: CustomerId; readonly window: string },
  { listId }: ListPlanView,
) {
  const { customerId, window } = place;
  const scope = { kind: 'list', window, listId } as const;
  const asked = { draft: emptyDraft, onShortage: { kind: 'ask' }, locale: 'en' } as const;
  const { sheet } = await saveCommands(desk).saveReview({ customerId, scope, ...asked });
  const usersOf = (kind: SheetItem['kind']): number =>
    sheet.lines.filter(({ item }) => item.kind === kind).reduce((sum, one) => sum + one.users, 0);
  const stay = sheet.staying.reduce((sum, { users }) => sum + users, 0);
  return { changed: sheet.users, assigns: usersOf('assign'), revokes: usersOf('revoke'), stay };
}
