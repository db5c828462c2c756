// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { servicePlanId } from '#licenses/ids.ts';
import type { Draft } from '#plan/draft.ts';
import { backup } from '#store/backup.ts';
import { writeBatch } from '#store/write-batch.ts';
import { readLocation } from '#users/usage-location.ts';
import type { Desk } from '#worker/desk.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import { selectionCommands } from '#worker/selection/selection-commands.ts';
import { pendingReview } from '#worker/sync/pending-review.ts';
import { WaitingCounts } from '#worker/sync/waiting-counts.ts';
import { openDesk } from '../desk.ts';
import { assign, C1, clock, imported, importOptions, sampleBatch } from '../../store/open-store.ts';
import { putBack } from '../../store/put-back.ts';
import { direct, E3, E5, graphUser } from '../../users/merge-records.ts';

const REVOKE: Draft = {
  products: [{ skuId: E3, action: 'revoke', servicePlans: {} }],
  swaps: [],
  usageLocation: null,
};
const NL = readLocation('NL')!;
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A Save of a window for these users; `confirmed`: the number of them was typed. */
async function save(desk: Desk, positions: readonly number[], draft: Draft, confirmed: boolean) {
  const scope = { kind: 'selection', window: 'w1' } as const;
  const asked = {
    customerId: C1,
    scope,
    draft,
    locale: 'en',
    onShortage: { kind: 'ask' },
  } as const;
  const edit = { kind: 'set', positions, selected: true } as const;
  await selectionCommands(desk).editSelection(C1, 'w1', edit);
  const { save: press, savePreview } = saveCommands(desk);
  const { consequences } = await savePreview(asked);
  const said = { operator: 'Ada', reference: null, note: null, confirmed };
  const request = { ...said, draft, consequences, onShortage: asked.onShortage };
  expect(await press({ ...asked, request })).toMatchObject({ ok: true });
}

async function saved(confirmed: boolean) {
  const desk = openDesk();
  const users = sampleBatch(20).users!.map((user) => ({ ...user, usageLocation: NL }));
  await imported(desk.db, C1, sampleBatch(20, { users }));
  await save(desk, all, REVOKE, confirmed);
  return desk;
}

/** Of whose plan a sync asks to be sure. */
async function unconfirmed(desk: Desk) {
  await desk.customers.reload(C1);
  const waiting = new WaitingCounts(desk.db, desk.customers);
  return (await pendingReview(desk, waiting, C1)).review.unconfirmed;
}

describe('a number that was typed at its Save', () => {
  it('is not asked again, on no device that restores a backup of it either', async () => {
    const desk = await saved(true);
    const none = { users: 0, usersRevoked: 0, losingData: 0 };
    expect(await unconfirmed(desk)).toEqual(none);
    const other = openDesk();
    await putBack(other.db, new File([await backup(desk.db, null, 7, steady)], 'a.seatwise.json'));
    expect(await unconfirmed(other)).toEqual(none);
    expect(await unconfirmed(await saved(false))).toMatchObject({ users: 9, usersRevoked: 9 });
  });

  it('is asked of whoever is planned otherwise since', async () => {
    const desk = await saved(true);
    await save(desk, [1, 2], assign(E5), false);
    expect(await unconfirmed(desk)).toMatchObject({ users: 2 });
  });

  it('is asked of whoever is known otherwise since', async () => {
    const desk = await saved(true);
    // another product came, something was switched off in what goes, and somebody is elsewhere
    const users = [
      graphUser(3, { licenses: [direct(E3), direct(E5)] }),
      graphUser(4, { licenses: [direct(E3, servicePlanId('plan'))] }),
    ];
    const moved = graphUser(5, { licenses: [direct(E3)], usageLocation: readLocation('NO')! });
    await writeBatch(
      desk.db,
      { kind: 'existing', id: C1 },
      { batch: sampleBatch(0, { users: [...users, moved] }), options: importOptions },
      { now: clock, pace: steady },
    );
    expect(await unconfirmed(desk)).toMatchObject({ users: 3, usersRevoked: 3 });
  });
});
