import { type PageAsk, pageOf } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { keptFor } from '#plan/awaited-users.ts';
import { type Draft, emptyDraft } from '#plan/draft.ts';
import type { ServicePlanState } from '#plan/preview.ts';
import { ownDraft, readDraft, writeDraft } from '#store/drafts.ts';
import type { Position } from '#users/ids.ts';
import { thoseOf } from '#users/user-order.ts';
import type { Desk } from '#worker/desk.ts';
import { productViews } from '#worker/licenses/entitlement-view.ts';
import { asked } from '#worker/jobs/next-turn.ts';
import type { CustomerAsk, Scope } from '#worker/scope-types.ts';
import { pageOfUsers } from '#worker/users/page-of-users.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { UserPage } from '#worker/users/user-types.ts';
import { allotmentView } from './allotment-view.ts';
import type { AllotmentPage, AllotmentView, LeftOutPage, ManageView } from './manage-types.ts';
import { turnsOf } from './choice-of.ts';
import { plannedSave } from './planned-save.ts';
import { draftPlace } from './scope-key.ts';
import { draftedFor, usersOf, waitingIn } from './scope.ts';

const BOXES = 30;

interface HoldersAsk extends CustomerAsk, PageAsk {
  readonly scope: Scope;
  readonly sku: SkuId;
}

interface DraftAsk extends CustomerAsk {
  readonly scope: Scope;
  readonly draft: Draft;
}

type AllotmentAsk = DraftAsk & AllotmentPage;

type LeftOutAsk = DraftAsk & PageAsk;

/** Manage licenses: what is ticked, and what it would do. Nothing here writes more than the draft. */
export function manageCommands(desk: Desk) {
  const { db, customers, selections } = desk;
  /** Whom a draft is for, and what works it out. */
  const drafting = async ({ customerId: id, scope, draft, locale }: DraftAsk) => {
    const open = await customers.open(id);
    const users = await usersOf(desk, open, scope, locale);
    const { planner } = await waitingIn(desk, open, scope);
    return { open, users, planner, drafted: await draftedFor(desk, open, scope, draft) };
  };
  return {
    async draft(id: CustomerId, scope: Scope): Promise<Draft> {
      const place = draftPlace(id, scope);
      if (scope.kind === 'user') return (await readDraft(db, place)) ?? emptyDraft;
      // a new window gets its first draft together with its first selection
      if (scope.kind === 'selection') await selections.get(id, scope.window);
      return (await ownDraft(db, place)) ?? emptyDraft;
    },

    /** Keeps the draft for a reload. */
    async keepDraft(id: CustomerId, scope: Scope, draft: Draft): Promise<void> {
      await writeDraft(db, draftPlace(id, scope), draft, desk.now());
    },

    async manage(
      ask: CustomerAsk & { readonly scope: Scope; readonly draft: Draft },
    ): Promise<ManageView> {
      const save = await plannedSave(desk, { ...ask, onShortage: { kind: 'ask' } });
      const { open, users, preview, awaited, needed, consequences } = save;
      const namer = open.namer(ask.locale);
      const rows = new UserRows(open.data, namer);
      return {
        customer: open.data.customer,
        chips: Array.from(users.subarray(0, BOXES), (position) => rows.who(position)),
        users: users.length,
        licensedUsers: await open.licensedUsers(),
        products: productViews(open.data, namer),
        preview,
        awaited: {
          names: awaited,
          needed: Object.fromEntries(needed),
          kept: Object.fromEntries(keptFor(open.data.awaited)),
        },
        names: namer.view(),
        consequences,
        version: open.data.customer.version,
      };
    },

    async servicePlanStates(id: CustomerId, scope: Scope, sku: SkuId): Promise<ServicePlanState[]> {
      const open = await customers.open(id);
      const users = await usersOf(desk, open, scope, 'en');
      return asked(open.planner.servicePlanStatesInSteps(users, sku));
    },

    /** Selected users who hold the product, planned. */
    async holders(ask: HoldersAsk): Promise<UserPage> {
      const { customerId: id, scope, sku, locale } = ask;
      const open = await customers.open(id);
      const { table, sets } = open.data;
      const held = sets.countHeld((one) => one === sku);
      const chosen = await usersOf(desk, open, scope, locale);
      const isHolder = (position: Position) => held[table.licenses.planned[position] ?? 0] !== 0;
      const users = await asked(thoseOf(chosen, isHolder));
      return {
        ...pageOfUsers({ open, users, isSelected: () => true }, ask),
        selectedMatching: users.length,
        selection: { count: users.length, hidden: 0, newlyMatching: 0, chosenAt: null, awaited: 0 },
      };
    },

    async allotment(ask: AllotmentAsk): Promise<AllotmentView> {
      const { open, planner, users, drafted } = await drafting(ask);
      const allotment = await asked(planner.allotInSteps(users, drafted, turnsOf(ask.picked)));
      return allotmentView(open, allotment, ask);
    },

    /** Users kept out by a blocking issue; shortages are not counted (see `allotment`). */
    async leftOut(ask: LeftOutAsk): Promise<LeftOutPage> {
      const { open, planner, users, drafted } = await drafting(ask);
      const out = await asked(planner.leftOutInSteps(users, drafted));
      const rows = new UserRows(open.data, open.namer(ask.locale));
      const { shown, ...place } = pageOf(out.users, ask);
      const issues = pageOf(out.issues, ask).shown;
      return {
        rows: Array.from(shown, (position, index) => ({
          ...rows.who(position),
          issues: (issues[index] ?? []).filter(({ severity }) => severity === 'blocking'),
        })),
        ...place,
      };
    },
  };
}
