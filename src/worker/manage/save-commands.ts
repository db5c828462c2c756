import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Awaited } from '#plan/awaited-users.ts';
import type { ChangeColumns } from '#plan/build-change.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Confirmable } from '#plan/consequences.ts';
import { type Draft, emptyDraft } from '#plan/draft.ts';
import { movesOf } from '#plan/change-sheet.ts';
import type { Preview } from '#plan/preview.ts';
import { whoStays } from '#plan/who-stays.ts';
import { writeDraft } from '#store/drafts.ts';
import { saveChange } from '#store/save-change.ts';
import { nameKeyOf } from '#users/name-text.ts';
import { emptySelection } from '#users/selection-edit.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import { asked, nextTurn, politePace } from '#worker/jobs/next-turn.ts';
import type { CustomerAsk, Scope } from '#worker/scope-types.ts';
import { sheetView } from '#worker/sheets/sheet-view.ts';
import { choiceOf } from './choice-of.ts';
import { plannedSave, TRIES } from './planned-save.ts';
import type { OnShortage, PlanSaved, SaveRefusal, SaveRequest, SaveReview } from './save-types.ts';
import { draftPlace } from './scope-key.ts';

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

interface SaveAsk extends CustomerAsk {
  readonly scope: Scope;
  readonly request: SaveRequest;
}

interface DraftedAsk extends CustomerAsk {
  readonly scope: Scope;
  readonly draft: Draft;
  readonly onShortage: OnShortage;
}

/** Save: plans the draft, or the parts of a list, in one transaction, or says why nothing was written. */
export function saveCommands(desk: Desk) {
  const { db, customers, selections, lists, now } = desk;

  const tidyUp = async (id: CustomerId, scope: Scope) => {
    await writeDraft(db, draftPlace(id, scope), emptyDraft, now());
    if (scope.kind === 'selection') await selections.edit(id, scope.window, () => emptySelection);
    if (scope.kind === 'list') await lists.drop(id, scope.window, scope.listId);
  };

  return {
    /** What `save` would do with this answer to a shortage; its consequences must be handed to `save`. */
    async savePreview(ask: DraftedAsk): Promise<Confirmable<Preview>> {
      const { preview, consequences } = await plannedSave(desk, ask);
      return { preview, consequences };
    },

    /** The same as a person reads it before pressing Save. */
    async saveReview(ask: DraftedAsk): Promise<SaveReview> {
      const { preview, consequences, planner, users, drafted } = await plannedSave(desk, ask);
      const choice = choiceOf(ask.onShortage);
      const change = await asked(planner.changeInSteps(users, drafted, choice));
      const reader = await asked(planner.sheetInSteps(movesOf(change)));
      await nextTurn('asked');
      const sheet = sheetView(reader, (sku) => planner.available(sku).planned, whoStays(change));
      return { preview, consequences, sheet };
    },

    /** Plans it if that does what was shown, whatever moved at the customer meanwhile. */
    async save(ask: SaveAsk): Promise<Result<ChangeId, SaveRefusal | PlanSaved>> {
      const { customerId: id, scope, request, locale } = ask;
      const { operator, reference, note, draft, onShortage, confirmed = false } = request;
      const changeId = crypto.randomUUID() as ChangeId;
      const savedAt = now();
      for (let tries = 0; tries < TRIES; tries++) {
        const save = await plannedSave(desk, { customerId: id, scope, draft, onShortage, locale });
        if (save.consequences !== request.consequences) break;
        const { open, planner, users, drafted, awaited, needed, reviewing } = save;
        const { shortages } = save.preview;
        if (onShortage.kind === 'ask' && shortages.length > 0)
          return fail({ kind: 'shortage', shortages });

        const choice = choiceOf(onShortage);
        const columns = await asked(planner.changeInSteps(users, drafted, choice));
        await nextTurn('asked');
        if (needed.size === 0 && !columns.causes.some(({ kind }) => kind === 'planned'))
          return fail({ kind: 'nothingToDo' });

        const added = awaited.map((name) => ({
          changeId,
          key: nameKeyOf(name),
          name,
          draft,
          savedAt,
          operator,
          isTakenOut: false,
        }));
        const resolved = reviewing === null ? [] : resolvedBy(open, columns, reviewing);
        const saved = await saveChange(
          db,
          open.data,
          {
            ...columns,
            ...(onShortage.kind === 'planAll' ? { shortages } : {}),
            ...(confirmed && { confirmed: true }),
            id: changeId,
            savedAt,
            operator,
            reference,
            note,
          },
          {
            expectedVersion: open.data.customer.version,
            waiting: { added, resolved },
            listId: scope.kind === 'list' ? scope.listId : null,
            pace: politePace(),
          },
        );
        if (saved.ok) {
          await customers.replace(open, saved.value.data);
          await tidyUp(id, scope);
          return ok(changeId);
        }
        if (saved.error.kind === 'planSaved') return fail({ kind: 'planSaved' });
        await customers.reload(id);
      }
      // what is in memory may be what has moved
      await customers.reload(id);
      return fail({ kind: 'stale' });
    },
  };
}
