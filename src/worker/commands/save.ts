import { BitSet } from '#base/bit-set.ts';
import { fail, ok } from '#base/result.ts';
import { neededFor, withNeeded, type Awaited } from '#plan/awaited.ts';
import type { ChangeColumns } from '#plan/build-change.ts';
import type { ChangeId } from '#plan/change.ts';
import { emptyDraft } from '#plan/draft.ts';
import type { ShortageChoice } from '#plan/shortage-choice.ts';
import { writeDraft } from '#store/drafts.ts';
import { notePlanSaved } from '#store/opened-plans.ts';
import { saveChange } from '#store/save-change.ts';
import { nameKeyOf } from '#users/pasted-list.ts';
import { emptySelection } from '#users/selection-edit.ts';
import type { OnShortage } from '#worker/save-types.ts';
import type { OpenCustomer } from '#worker/open-customer.ts';
import { scopeKey } from '#worker/scope-key.ts';
import type { Commands, Desk } from './commands.ts';
import { draftedFor, usersOf, waitingIn } from './scope.ts';

/** What the person answered to a shortage, for the planner; who has not answered is shown what waiting means. */
export const choiceOf = (answer: OnShortage): ShortageChoice => ({
  onShortage: answer.kind === 'planAll' ? 'planAll' : 'wait',
  waitingLast: BitSet.of(answer.kind === 'wait' ? answer.waiting : []),
});

/** Of those who came after a change had waited for them: everybody for whom this Save is not kept back. */
function resolvedBy(
  { data, finder }: OpenCustomer,
  { users, causeOf, causes }: ChangeColumns,
  reviewing: string,
): Awaited[] {
  const done = new Set<number>();
  users.forEach((position, i) => {
    const kind = causes[causeOf[i] ?? 0]?.kind;
    if (kind === 'planned' || kind === 'already' || kind === 'unchanged') done.add(position);
  });
  return data.awaited.filter(({ changeId, key }) => {
    const [user, ...others] = finder.find(key);
    return changeId === reviewing && user !== undefined && others.length === 0 && done.has(user);
  });
}

/** Save: plans the draft, or the parts of a list, in one transaction, or says why nothing was written. */
export function saveCommands(desk: Desk): Pick<Commands, 'save' | 'savePreview'> {
  const { db, customers, selections, lists, now } = desk;
  return {
    async savePreview(id, scope, draft, onShortage, locale) {
      const open = await customers.open(id);
      const users = await usersOf(desk, open, scope, locale);
      const { planner, awaited } = await waitingIn(desk, open, scope);
      const needed = neededFor(awaited.map(nameKeyOf), draft, open.data.awaited);
      const drafted = await draftedFor(desk, open, scope, draft);
      return withNeeded(planner.preview(users, drafted, choiceOf(onShortage)), needed);
    },

    async save(id, scope, request, locale) {
      const open = await customers.open(id);
      if (open.data.customer.version !== request.version) return fail({ kind: 'stale' });
      const users = await usersOf(desk, open, scope, locale);
      const { onShortage, draft } = request;
      const drafted = await draftedFor(desk, open, scope, draft);

      const { planner, awaited, reviewing } = await waitingIn(desk, open, scope);
      const needed = neededFor(awaited.map(nameKeyOf), draft, open.data.awaited);
      const { shortages } = withNeeded(planner.preview(users, drafted), needed);
      if (onShortage.kind === 'ask' && shortages.length > 0)
        return fail({ kind: 'shortage', shortages });

      const planned = planner.change(users, drafted, choiceOf(onShortage));
      if (needed.size === 0 && !planned.causes.some(({ kind }) => kind === 'planned'))
        return fail({ kind: 'nothingToDo' });

      const changeId = crypto.randomUUID() as ChangeId;
      const { operator, reference, note } = request;
      const savedAt = now();
      const added = awaited.map((name) => ({
        ...{ changeId, key: nameKeyOf(name), name, draft },
        ...{ savedAt, operator, isTakenOut: false },
      }));
      const resolved = reviewing === null ? [] : resolvedBy(open, planned, reviewing);
      const saved = await saveChange(
        db,
        open.data,
        {
          ...planned,
          ...(onShortage.kind === 'planAll' ? { shortages } : {}),
          ...{ id: changeId, savedAt, operator, reference, note },
        },
        request.version,
        { added, resolved },
      );
      if (!saved.ok) {
        await customers.reload(id);
        return fail({ kind: 'stale' });
      }
      await customers.replace(open, saved.value.data);
      await writeDraft(db, id, scope.window, scopeKey(scope), emptyDraft, now());
      if (scope.kind === 'selection') await selections.edit(id, scope.window, () => emptySelection);
      if (scope.kind === 'list') {
        await notePlanSaved(db, id, scope.listId, { changeId, at: savedAt });
        await lists.drop(id, scope.window, scope.listId);
      }
      return ok(changeId);
    },
  };
}
