import { unreachable } from '#base/unreachable.ts';
import type { CustomerId } from '#customers/customer.ts';
import {
  allMatching,
  emptySelection,
  kept,
  withAwaited,
  withoutAwaited,
  withPositions,
} from '#users/selection-edit.ts';
import type { Selection } from '#users/selection.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import type { WindowId } from '#worker/scope-types.ts';
import type { SelectionView } from '#worker/users/user-types.ts';
import type { SelectionEdit } from './selection-types.ts';

/** Choosing users. */
export function selectionCommands({ customers, selections, now }: Desk) {
  const edited = (open: OpenCustomer, selection: Selection, edit: SelectionEdit): Selection => {
    switch (edit.kind) {
      case 'set':
        return withPositions(selection, edit.positions, edit.selected, now());
      case 'allMatching':
        return allMatching(
          edit.query,
          { matches: open.matches(edit.query), count: open.data.table.count, now: now() },
          selection,
        );
      case 'addNewlyMatching':
        return {
          ...withPositions(selection, selections.newlyMatching(open, selection), true, now()),
          matching: selection.matching,
          seen: open.data.table.count,
        };
      case 'list': {
        const before = edit.replace ? emptySelection : selection;
        return withAwaited(withPositions(before, edit.positions, true, now()), edit.awaited);
      }
      case 'dropAwaited':
        return withoutAwaited(selection, edit.names ?? selection.awaited);
      case 'clear':
        return emptySelection;
      case 'keep':
        return kept(selection, now());
      default:
        return unreachable(edit);
    }
  };

  return {
    async selection(id: CustomerId, window: WindowId): Promise<SelectionView> {
      return selections.view(await customers.open(id), await selections.get(id, window), null);
    },

    async editSelection(
      id: CustomerId,
      window: WindowId,
      edit: SelectionEdit,
    ): Promise<SelectionView> {
      const open = await customers.open(id);
      const next = await selections.edit(id, window, (before) => edited(open, before, edit));
      return selections.view(open, next, null);
    },
  };
}
