import { type PageAsk, pageOf } from '#base/page.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import { shownWith } from '#plan/consequences.ts';
import { saveStep } from '#store/save-step.ts';
import type { Desk } from '#worker/desk.ts';
import { asked, nextTurn, politePace } from '#worker/jobs/next-turn.ts';
import { allotmentView } from '#worker/manage/allotment-view.ts';
import { choiceOf, turnsOf } from '#worker/manage/choice-of.ts';
import type { AllotmentPage, AllotmentView } from '#worker/manage/manage-types.ts';
import { TRIES } from '#worker/manage/planned-save.ts';
import type { OnShortage, SaveRefusal } from '#worker/manage/save-types.ts';
import type { CustomerAsk } from '#worker/scope-types.ts';
import { sheetView } from '#worker/sheets/sheet-view.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { StaysPage, StepName, StepRequest, StepView } from './step-types.ts';

interface StepViewAsk extends CustomerAsk {
  readonly step: StepName;
  readonly onShortage: OnShortage;
}

interface StepStaysAsk extends CustomerAsk, PageAsk {
  readonly step: StepName;
  readonly onShortage: OnShortage;
}

interface StepAllotmentAsk extends CustomerAsk, AllotmentPage {
  readonly step: StepName;
}

/** Undo and redo: a change leaves the plan, or comes back into its old place. */
export function undoCommands({ db, customers, steps, now }: Desk) {
  /** What the step would do with this answer, and what stands for it. */
  const weighed = async (id: CustomerId, name: StepName, onShortage: OnShortage) => {
    const { open, step } = await steps.find(id, name);
    const { planner, data } = open;
    const working = planner.confirmableStepInSteps(step, choiceOf(onShortage));
    const { preview, consequences } = await asked(working);
    const { changeId, kind } = name;
    const awaited = data.awaited.filter(
      (one) => one.changeId === changeId && one.isTakenOut === (kind === 'putBack'),
    ).length;
    const shown = shownWith(consequences, [
      name,
      onShortage,
      awaited,
      data.revision,
      data.customer.dataAt,
      // who is revoked from is counted against them, to ask for the number by hand
      preview.usersRevoked > 0 ? await open.licensedUsers() : null,
    ]);
    return { open, step, preview, awaited, consequences: shown };
  };

  return {
    /** What undoing or redoing a change would do, with this answer to a shortage; `ask` shows what waiting means. */
    async stepView(ask: StepViewAsk): Promise<StepView> {
      const { customerId: id, step: name, onShortage, locale } = ask;
      const { open, step, ...shown } = await weighed(id, name, onShortage);
      const { customer } = open.data;
      const { planner } = open;
      const reader = await asked(planner.stepSheetInSteps(step, choiceOf(onShortage)));
      return {
        customer,
        savedAt: step.change.savedAt,
        reference: step.change.reference,
        ...shown,
        sheet: sheetView(reader, (sku) => planner.available(sku).planned),
        licensedUsers: await open.licensedUsers(),
        names: open.namer(locale).view(),
        version: customer.version,
      };
    },

    /** Users for whom the change would stay as it is. */
    async stepStays(ask: StepStaysAsk): Promise<StaysPage> {
      const { customerId: id, step: name, onShortage, locale } = ask;
      const { open, step } = await steps.find(id, name);
      const stays = await asked(open.planner.stepStaysInSteps(step, choiceOf(onShortage)));
      const rows = new UserRows(open.data, open.namer(locale));
      const { shown, ...place } = pageOf(stays, ask);
      return {
        rows: shown.map(({ position, ...why }) => ({ ...rows.who(position), ...why })),
        ...place,
      };
    },

    async stepAllotment(ask: StepAllotmentAsk): Promise<AllotmentView> {
      const { customerId: id, step: name, picked } = ask;
      const { open, step } = await steps.find(id, name);
      const allotment = await asked(open.planner.stepAllotmentInSteps(step, turnsOf(picked)));
      return allotmentView(open, allotment, ask);
    },

    /** Undoes or redoes a change; gives the number of users for whom it was done. */
    async moveChange(
      id: CustomerId,
      name: StepName,
      { consequences, operator, onShortage }: StepRequest,
    ): Promise<Result<number, SaveRefusal>> {
      const event = { kind: name.kind, at: now(), operator };
      for (let tries = 0; tries < TRIES; tries++) {
        const weighing = await weighed(id, name, onShortage);
        if (weighing.consequences !== consequences) break;
        const { open, step, preview } = weighing;
        const { data, planner } = open;
        const { shortages } = preview;
        if (onShortage.kind === 'ask' && shortages.length > 0)
          return fail({ kind: 'shortage', shortages });
        const columns = await asked(planner.stepColumnsInSteps(step, choiceOf(onShortage)));
        await nextTurn('asked');
        if (columns.users.length === 0) return fail({ kind: 'nothingToDo' });
        const saved = await saveStep(
          db,
          data,
          { change: step.change, columns, step: event, pace: politePace() },
          data.customer.version,
        );
        if (saved.ok) {
          await customers.replace(open, saved.value.data);
          return ok(columns.users.length);
        }
        await customers.reload(id);
      }
      // what is in memory may be what has moved
      await customers.reload(id);
      return fail({ kind: 'stale' });
    },
  };
}
