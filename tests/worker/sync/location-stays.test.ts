// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Drift, Outcome } from '#plan/operation.ts';
import { en } from '#messages/en.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { LOCATION_NONE, locationLetters } from '#users/usage-location.ts';
import { OutcomeRows } from '#worker/outcomes/outcome-rows.ts';
import { ChangeFinder, endedCall } from '#worker/outcomes/sent-call.ts';
import { issueWords } from '#worker/licenses/issue-words.ts';
import { Namer } from '#worker/licenses/namer.ts';
import { outcomeReasons } from '#worker/outcomes/outcome-reason.ts';
import { batchOf, direct, E3, E5, graphUser, owned } from '../../users/merge-records.ts';
import { assign, C1, imported, loaded, openStore, saved } from '../../store/open-store.ts';
import { DE, end, RUN, Syncing } from '../../store/stored-sync.ts';
import { catalog } from '#licenses/catalog.ts';

/** Why it ended so, of somebody whose usage location had been set by then, and where it is known to be. */
async function told(outcome: Outcome) {
  const db = openStore();
  const nowhere = graphUser(1, { licenses: [direct(E3)], usageLocation: LOCATION_NONE });
  await imported(db, C1, batchOf([nowhere], { products: [owned(E3), owned(E5)] }));
  await saved(db, C1, [0], { ...assign(E5), usageLocation: 'DE' });
  const sync = (await Syncing.start(db))!;
  const [claimed] = await sync.claim();
  const operation = { ...claimed!, locationSetAt: sync.now };
  await sync.commit({ kind: 'update', operation });
  const user = { userId: operation.userId, licenses: [direct(E3)], location: DE };
  const seen = outcome.kind === 'conflict' ? { user, isWhole: true } : null;
  await sync.commit(end(operation, outcome, seen));
  const data = await loaded(db, C1);
  const namer = new Namer(data, 'en', catalog);
  const rows = new OutcomeRows(data, namer, new ChangeFinder([], data.sets));
  const [ended] = await runOutcomes(db, C1, RUN);
  const row = rows.row(endedCall(ended!));
  return {
    why: outcomeReasons(row, issueWords(en, namer, 'en')),
    location: locationLetters(data.table.locations.baseline[0]!),
  };
}

const conflict = (drift: Drift): Outcome => ({ kind: 'conflict', drifts: [drift] });
const { why } = en.sync;

describe('a usage location that was set', () => {
  it('is told where the rest was removed from the plan then', async () => {
    expect(await told({ kind: 'cancelled' })).toEqual({
      why: [why.cancelledAfterLocation],
      location: 'DE',
    });
  });

  it('is told beside a conflict, but not where the location is what differs', async () => {
    const changed = await told(conflict({ kind: 'licenseChanged', skuId: E5 }));
    expect(changed.why).toContain(why.locationStays);
    expect(changed.location).toBe(locationLetters(DE));
    const moved = await told(conflict({ kind: 'locationChanged', location: DE }));
    expect(moved.why).not.toContain(why.locationStays);
  });
});
