// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { backup } from '#store/backup.ts';
import { usualLimits } from '#sync/limits.ts';
import { customerCommands } from '#worker/customers/customer-commands.ts';
import { customerListCommands } from '#worker/customers/customer-list-commands.ts';
import { licenseCommands } from '#worker/licenses/license-commands.ts';
import { openSyncDesk } from '#worker/sync/open-sync-desk.ts';
import { syncCommands } from '#worker/sync/sync-commands.ts';
import { WindowLife } from '#worker/sync/window-life.ts';
import { assign, C1, C2, imported, sampleBatch, saved } from '../../store/open-store.ts';
import { putBack } from '../../store/put-back.ts';
import { E5 } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';
import { HandClock } from '../sync/hand-clock.ts';

let close = (): void => undefined;
afterEach(() => close());

/** Two customers with something pending; of the first one a block is gone then. */
async function damaged() {
  const desk = openDesk();
  for (const id of [C1, C2]) {
    await imported(desk.db, id, sampleBatch(20));
    await saved(desk.db, id, [1, 2, 3], assign(E5));
  }
  const file = await backup(desk.db, [C1], 1, steady);
  await desk.db.licenseBlocks.where(':id').between([C1], [C1, []]).delete();
  const clock = new HandClock();
  const syncs = openSyncDesk(desk, {
    timers: clock,
    random: { next: () => 0.5 },
    limits: usualLimits,
    life: new WindowLife(null, 'one'),
    tell: () => undefined,
  });
  close = syncs.follow();
  return {
    desk,
    file,
    api: {
      ...customerListCommands(desk),
      ...customerCommands(desk),
      ...licenseCommands(desk),
      ...syncCommands(desk, syncs),
    },
  };
}

describe('one damaged customer', () => {
  it('does not take what is shown of all from the others', async () => {
    const { api } = await damaged();
    expect((await api.pending()).map(({ customer }) => customer.id)).toEqual([C2]);
    expect(new Set((await api.allLicenses('en')).map(({ customerId }) => customerId))).toEqual(
      new Set([C2]),
    );
    expect((await api.damagedCustomers()).map(({ id }) => id)).toEqual([C1]);
    expect(await api.customers()).toHaveLength(2);
  });

  it('stays told while something of it is answered that needs nothing of what is damaged', async () => {
    const { api, desk } = await damaged();
    await api.pending();
    expect(await desk.customers.answer(C1, () => Promise.resolve('its name'))).toBe('its name');
    expect((await api.damagedCustomers()).map(({ id }) => id)).toEqual([C1]);
  });

  it('is whole again after a restore from a backup', async () => {
    const { api, desk, file } = await damaged();
    await api.allLicenses('en');
    expect(await putBack(desk.db, file)).toMatchObject({ ok: true });
    expect(await api.pending()).toHaveLength(2);
    expect(await api.damagedCustomers()).toEqual([]);
  });

  it('can be removed, and imported again', async () => {
    const { api, desk } = await damaged();
    await api.allLicenses('en');
    await api.removeCustomer(C1);
    await imported(desk.db, C1, sampleBatch(20));
    await api.allLicenses('en');
    expect(await api.damagedCustomers()).toEqual([]);
  });
});
