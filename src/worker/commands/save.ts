import { BitSet } from '#base/bit-set.ts';
import { fail, ok } from '#base/result.ts';
import type { ChangeId } from '#plan/change.ts';
import { emptyDraft } from '#plan/draft.ts';
import type { ShortageChoice } from '#plan/shortage-choice.ts';
import { writeDraft } from '#store/drafts.ts';
import { saveChange } from '#store/save-change.ts';
import { emptySelection } from '#users/selection-edit.ts';
import type { OnShortage } from '#worker/api.ts';
import { scopeKey } from '#worker/scope-key.ts';
import type { Commands, Desk } from './commands.ts';
import { usersOf } from './manage.ts';

/** What the person answered to a shortage, for the planner; who has not answered is shown what waiting means. */
export const choiceOf = (answer: OnShortage): ShortageChoice => ({
  onShortage: answer.kind === 'planAll' ? 'planAll' : 'wait',
  waitingLast: BitSet.of(answer.kind === 'wait' ? answer.waiting : []),
});

/** Save: plans the draft in one transaction, or says why nothing was written. */
export function saveCommands(desk: Desk): Pick<Commands, 'save' | 'savePreview'> {
  const { db, customers, selections, now } = desk;
  return {
    async savePreview(id, scope, draft, onShortage, locale) {
      const open = await customers.open(id);
      const users = await usersOf(desk, open, scope, locale);
      return open.planner.preview(users, draft, choiceOf(onShortage));
    },

    async save(id, scope, request, locale) {
      const open = await customers.open(id);
      if (open.data.customer.version !== request.version) return fail({ kind: 'stale' });
      const users = await usersOf(desk, open, scope, locale);
      const { onShortage, draft } = request;

      const { shortages } = open.planner.preview(users, draft);
      if (onShortage.kind === 'ask' && shortages.length > 0)
        return fail({ kind: 'shortage', shortages });

      const planned = open.planner.change(users, draft, choiceOf(onShortage));
      if (!planned.causes.some(({ kind }) => kind === 'planned'))
        return fail({ kind: 'nothingToDo' });

      const changeId = crypto.randomUUID() as ChangeId;
      const { operator, reference, note } = request;
      const saved = await saveChange(
        db,
        open.data,
        { ...planned, id: changeId, savedAt: now(), operator, reference, note },
        request.version,
      );
      if (!saved.ok) {
        await customers.reload(id);
        return fail({ kind: 'stale' });
      }
      await customers.replace(open, saved.value.data);
      await writeDraft(db, id, scope.window, scopeKey(scope), emptyDraft, now());
      if (scope.kind === 'selection') await selections.edit(id, scope.window, () => emptySelection);
      return ok(changeId);
    },
  };
}
