import { BitSet } from '#base/bit-set.ts';
import { keptFor } from '#plan/awaited-users.ts';
import { emptyDraft } from '#plan/draft.ts';
import { ownDraft, readDraft, writeDraft } from '#store/drafts.ts';
import type { Position } from '#users/ids.ts';
import { scopeKey } from './scope-key.ts';
import { allotmentView } from './allotment-view.ts';
import { productViews } from '#worker/licenses/entitlement-view.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { Commands, Desk } from '#worker/desk.ts';
import { plannedSave } from './planned-save.ts';
import { draftedFor, usersOf, waitingIn } from './scope.ts';
import { clampPage, rowsOf } from '#worker/users/user-commands.ts';

const BOXES = 30;

/** Manage licenses: what is ticked, and what it would do. Nothing here writes more than the draft. */
export function manageCommands(
  desk: Desk,
): Pick<
  Commands,
  'draft' | 'keepDraft' | 'manage' | 'servicePlanStates' | 'holders' | 'allotment' | 'leftOut'
> {
  const { db, customers, selections } = desk;
  return {
    async draft(id, scope) {
      const key = scopeKey(scope);
      if (scope.kind === 'user') return (await readDraft(db, id, scope.window, key)) ?? emptyDraft;
      if (scope.kind === 'list') return (await ownDraft(db, id, scope.window, key)) ?? emptyDraft;
      // a new window gets its first draft together with its first selection
      await selections.get(id, scope.window);
      return (await ownDraft(db, id, scope.window, key)) ?? emptyDraft;
    },

    async keepDraft(id, scope, draft) {
      await writeDraft(db, id, scope.window, scopeKey(scope), draft, desk.now());
    },

    async manage(ask) {
      const save = await plannedSave(desk, { ...ask, onShortage: { kind: 'ask' } });
      const { open, users, preview, awaited, needed, consequences } = save;
      const namer = open.namer(ask.locale);
      const rows = new UserRows(open.data, namer);
      return {
        customer: open.data.customer,
        chips: Array.from(users.subarray(0, BOXES), (position) => rows.who(position)),
        users: users.length,
        licensedUsers: open.licensedUsers(),
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

    async servicePlanStates(id, scope, sku) {
      const open = await customers.open(id);
      return open.planner.servicePlanStates(await usersOf(desk, open, scope, 'en'), sku);
    },

    async holders({ customerId: id, scope, sku, page, pageSize, locale }) {
      const open = await customers.open(id);
      const { table, sets } = open.data;
      const holds = (position: Position): boolean =>
        sets.at(table.licenses.planned[position] ?? 0).some(({ skuId }) => skuId === sku);
      const users = (await usersOf(desk, open, scope, locale)).filter(holds);
      const selected = (): boolean => true;
      return {
        ...rowsOf(open, users, clampPage(page, users.length, pageSize), pageSize, locale, selected),
        selectedMatching: users.length,
        selection: { count: users.length, hidden: 0, newlyMatching: 0, chosenAt: null, awaited: 0 },
      };
    },

    async allotment({ customerId: id, scope, draft, sku, waiting, page, pageSize, locale }) {
      const open = await customers.open(id);
      const users = await usersOf(desk, open, scope, locale);
      const { planner } = await waitingIn(desk, open, scope);
      const drafted = await draftedFor(desk, open, scope, draft);
      const allotment = planner.allot(users, drafted, BitSet.of(waiting));
      return allotmentView(open, allotment, sku, page, pageSize, locale);
    },

    async leftOut({ customerId: id, scope, draft, page, pageSize, locale }) {
      const open = await customers.open(id);
      const { planner } = await waitingIn(desk, open, scope);
      const users = await usersOf(desk, open, scope, locale);
      const out = planner.leftOut(users, await draftedFor(desk, open, scope, draft));
      const rows = new UserRows(open.data, open.namer(locale));
      const at = clampPage(page, out.users.length, pageSize);
      const first = at * pageSize;
      return {
        rows: Array.from(out.users.subarray(first, first + pageSize), (position, index) => ({
          ...rows.who(position),
          issues: (out.issues[first + index] ?? []).filter(
            ({ severity }) => severity === 'blocking',
          ),
        })),
        total: out.users.length,
        page: at,
      };
    },
  };
}
