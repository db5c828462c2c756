import type { Customer, CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import { getCustomer, listCustomers } from '#store/customers.ts';
import { writeDraft } from '#store/drafts.ts';
import { emptySelection, withPositions } from '#users/selection-edit.ts';
import type { Desk } from '#worker/desk.ts';
import { draftPlace } from '#worker/manage/scope-key.ts';
import type { LocaleTag, WindowId } from '#worker/scope-types.ts';
import { FreedLicenses } from './freed-licenses.ts';
import type { FreedOffer } from './freed-types.ts';

interface PlanAsk {
  readonly customerId: CustomerId;
  readonly window: WindowId;
  readonly changeId: ChangeId;
  readonly part: number;
}

/** Licenses that are free for users who wait for them. */
export function freedCommands(desk: Desk) {
  const { db, customers, selections, now } = desk;
  const licenses = new FreedLicenses(desk);

  const offersOf = async ({ id, name }: Customer, locale: LocaleTag): Promise<FreedOffer[]> => {
    const freed = await licenses.of(id);
    if (freed.length === 0) return [];
    const namer = (await customers.lookAt(id)).namer(locale);
    return freed.map(({ change, part, short, users, served }) => ({
      customerId: id,
      customerName: name,
      changeId: change.id,
      part,
      savedAt: change.savedAt,
      reference: change.reference,
      products: short.map((sku) => namer.product(sku)),
      waiting: users.length,
      served: served.length,
    }));
  };

  return {
    /** Where licenses are free for those who wait, of one customer or (null) of all. */
    async freedOffers(id: CustomerId | null, locale: LocaleTag): Promise<FreedOffer[]> {
      const one = id === null ? null : await getCustomer(db, id);
      const asked = id === null ? await listCustomers(db) : one === null ? [] : [one];
      const offers: FreedOffer[] = [];
      for (const customer of asked) {
        const found = await customers.answer(customer.id, () => offersOf(customer, locale));
        offers.push(...(found ?? []));
      }
      return offers;
    },

    /** Selects those who would get licenses now, with what their Save wanted ticked; gives how many. */
    async planFreed({ customerId: id, window, changeId, part }: PlanAsk): Promise<number> {
      const freed = (await licenses.of(id)).find(
        (one) => one.change.id === changeId && one.part === part,
      );
      if (freed === undefined) return 0;
      const positions = [...freed.served];
      await selections.edit(id, window, () =>
        withPositions(emptySelection, positions, true, now()),
      );
      await writeDraft(db, draftPlace(id, { kind: 'selection', window }), freed.draft, now());
      return positions.length;
    },
  };
}
