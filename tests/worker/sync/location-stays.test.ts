import { outcomeTexts } from '#messages/outcome-text.ts';
// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Draft } from '#plan/draft.ts';
import type { Drift, Outcome } from '#plan/operation.ts';
import { en } from '#messages/en.ts';
import { changeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import { getChange, listChanges } from '#store/changes.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { LOCATION_NONE, locationLetters } from '#users/usage-location.ts';
import { OutcomeRows } from '#worker/outcomes/outcome-rows.ts';
import { ChangeFinder, endedCall } from '#worker/outcomes/sent-call.ts';
import { issueWords } from '#worker/licenses/issue-words.ts';
import { Namer } from '#worker/licenses/namer.ts';
import { batchOf, direct, E3, E5, graphUser, owned } from '../../users/merge-records.ts';
import { assign, C1, imported, loaded, openStore, saved } from '../../store/open-store.ts';
import { DE, end, RUN, Syncing } from '../../store/stored-sync.ts';
import { catalog } from '#licenses/catalog.ts';

/** Why it ended so, of somebody whose usage location had been set by then, and where it is known to be. */
async function told(outcome: Outcome, draft = assign(E5)) {
  const db = openStore();
  const nowhere = graphUser(1, { licenses: [direct(E3)], usageLocation: LOCATION_NONE });
  await imported(db, C1, batchOf([nowhere], { products: [owned(E3), owned(E5)] }));
  await saved(db, C1, [0], { ...draft, usageLocation: 'DE' });
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
  const [head] = await listChanges(db, C1);
  const change = await getChange(db, C1, head!.id);
  const { ofUsers, counts } = changeOutcomes(change!, await outcomesOf(db, C1));
  return {
    inHistory: { ofUser: ofUsers[0]?.kind ?? null, cancelled: counts.cancelled },
    why: outcomeTexts(row, issueWords(en, namer, 'en'), locationLetters),
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
      inHistory: { ofUser: 'cancelled', cancelled: 0 },
    });
  });

  it('is told beside what else Microsoft 365 has of a change that was cancelled, license by license', async () => {
    const swap: Draft = {
      ...assign(E5),
      products: [...assign(E5).products, { skuId: E3, action: 'revoke', servicePlans: {} }],
    };
    const { why: said, inHistory } = await told({ kind: 'cancelled', done: [E3] }, swap);
    expect(said).toEqual([
      why.cancelledPartly('− Microsoft 365 E3', '+ Microsoft 365 E5'),
      why.locationStays,
    ]);
    // its user was taken out of the plan, and what became of it is still told
    expect(inHistory).toEqual({ ofUser: 'cancelled', cancelled: 0 });
  });

  it('is told beside a conflict, but not where the location is what differs', async () => {
    const changed = await told(conflict({ kind: 'licenseChanged', skuId: E5 }));
    expect(changed.why).toContain(why.locationStays);
    expect(changed.location).toBe(locationLetters(DE));
    const moved = await told(conflict({ kind: 'locationChanged', location: DE }));
    expect(moved.why).not.toContain(why.locationStays);
  });
});
