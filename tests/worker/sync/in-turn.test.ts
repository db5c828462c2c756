// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { assignmentOf } from '#licenses/license-set.ts';
import type { Draft } from '#plan/draft.ts';
import { loaded } from '../../store/open-store.ts';
import {
  FakeLocks,
  FLOW,
  HARBOR,
  harborOn,
  openWindow,
  plan,
  PROJECT,
  usersWhere,
  VISIO,
} from './harbor.ts';
import { HandClock } from './hand-clock.ts';

/** Who holds Power Automate swaps it. */
const draft: Draft = {
  swaps: [],
  usageLocation: null,
  products: [
    { skuId: PROJECT, action: 'assign', servicePlans: {} },
    { skuId: FLOW, action: 'revoke', servicePlans: {} },
  ],
};

describe('licenses that do not go round', { timeout: 60_000 }, () => {
  it('go in the cloud to those who stand first in the Save, whoever else frees one', async () => {
    const clock = new HandClock();
    const db = await harborOn(clock);
    const wants = (held: ReadonlySet<unknown>) => !held.has(PROJECT) && !held.has(VISIO);
    const without = await usersWhere(db, (held) => wants(held) && !held.has(FLOW), 5);
    const swapping = await usersWhere(db, (held) => wants(held) && held.has(FLOW), 5);
    // of each kind in turn, and not in the order in which they are stored
    const turns = without.flatMap((one, i) => [one, swapping[i]!]).reverse();
    const later = await usersWhere(db, (held) => wants(held), 40);
    const others = later.filter((one) => !turns.includes(one)).slice(0, 3);
    await plan(db, turns.concat(others), draft);

    const window = openWindow(db, clock, new FakeLocks(), 'one');
    expect(await window.start()).toEqual({ ok: true, value: null });
    await clock.until(async () => (await window.run())?.endedAt !== null, 'ended');
    expect((await window.run())?.counts).toMatchObject({ applied: 7, rejected: 6 });
    const { table, sets } = await loaded(db, HARBOR);
    const holders = turns.filter((user) =>
      assignmentOf(sets.at(table.licenses.baseline[user]!), PROJECT),
    );
    expect(holders).toEqual(turns.slice(0, 7));
  });
});
