import { type Moves, addMoves } from '#plan/licenses-in-use.ts';
import type { Position } from '#users/ids.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { PendingSelection } from './pending-selection.ts';
import type { RemovalView } from './pending-types.ts';
import type { Pending } from './pending-users.ts';

/** Whom a removal takes out of the plan of one customer. */
interface CustomerRemoval extends Pending {
  readonly positions: readonly Position[];
}

/** What removing the selected users would do. */
export interface Removal {
  readonly parts: readonly CustomerRemoval[];
  readonly view: RemovalView;
}

/** The products of which more would be planned than there are, or more than before, without what these users free. */
async function shortOf(
  { customers }: Desk,
  { customer, positions }: CustomerRemoval,
  locale: LocaleTag,
): Promise<RemovalView['short']> {
  await customers.keepUp(customer.id, customer.version);
  const open = await customers.lookAt(customer.id);
  const { sets, table } = open.data;
  const moves: Moves = new Map();
  for (const position of positions) {
    const { baseline, planned } = table.licenses;
    addMoves(moves, sets.at(planned[position] ?? 0), sets.at(baseline[position] ?? 0));
  }
  const namer = open.namer(locale);
  return [...moves].flatMap(([sku, more]) => {
    const left = open.planner.available(sku).planned;
    if (more <= 0 || left === null || left - more >= 0) return [];
    const { id: customerId, name } = customer;
    return [{ customerId, customer: name, product: namer.product(sku), count: more - left }];
  });
}

/** Works it out. `all`: everybody who is pending. */
export async function removalOf(
  desk: Desk,
  all: readonly Pending[],
  selection: PendingSelection,
  locale: LocaleTag,
): Promise<Removal> {
  const kept = { claimed: 0, handedOver: 0 };
  const parts = all.flatMap(({ customer, users }): CustomerRemoval[] => {
    const indexes = [...users.ids().keys()];
    const positions = selection.among({ customer, users, indexes }).flatMap((index) => {
      const state = users.state(index);
      if (state !== 'claimed' && state !== 'handedOver') return users.who(index).position;
      kept[state]++;
      return [];
    });
    return positions.length === 0 ? [] : [{ customer, users, positions }];
  });
  const short = [];
  for (const part of parts) short.push(...(await shortOf(desk, part, locale)));
  const users = parts.reduce((sum, { positions }) => sum + positions.length, 0);
  const says = { users, customers: parts.length, ...kept, short };
  const moments = parts.map(({ customer }) => [customer.id, customer.version]);
  return { parts, view: { ...says, shown: JSON.stringify([says, moments]) } };
}
