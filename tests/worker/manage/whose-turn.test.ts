// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { ChangeId } from '#plan/change.ts';
import { backup } from '#store/backup.ts';
import { getChange } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { manageCommands } from '#worker/manage/manage-commands.ts';
import { undoCommands } from '#worker/undo/undo-commands.ts';
import { C1, openStore } from '../../store/open-store.ts';
import { putBack } from '../../store/put-back.ts';
import { Syncing } from '../../store/stored-sync.ts';
import { E5 } from '../../users/merge-records.ts';
import { ASKED, PICKED, short } from './short-save.ts';

/** Who is planned and who waits, in the order of the stored change. */
async function stored(db: SeatwiseDatabase, id: ChangeId) {
  const change = (await getChange(db, C1, id))!;
  const of = (wanted: string) =>
    [...change.users].filter((_, i) => change.causes[change.causeOf[i]!]?.kind === wanted);
  return { planned: of('planned'), waits: of('waits') };
}

const ORDER = { planned: [8, 3, 2, 4], waits: [5, 6, 7, 9, 1] };

const sent = async (db: SeatwiseDatabase): Promise<number[]> =>
  (await (await Syncing.start(db))!.agenda()).pending.map(({ work }) => work.position);

describe('whose turn it is where licenses do not go round', () => {
  it('is shown as picked, page by page and where somebody is searched', async () => {
    const { desk } = await short();
    const picked = { first: [...PICKED, 15], waiting: [1] };
    const page = (search: string) =>
      manageCommands(desk).allotment({
        ...{ ...ASKED, sku: E5, picked, search },
        ...{ page: 0, pageSize: 5 },
      });
    const { rows, ...numbers } = await page('');
    expect(rows.map(({ position, waits }) => [position, waits])).toEqual([
      ...[8, 3, 2, 4].map((position) => [position, false]),
      [5, true],
    ]);
    expect(numbers).toMatchObject({ total: 9, needing: 9, waiting: 5, first: 2 });
    const [found, ...more] = (await page(rows[1]!.userPrincipalName)).rows;
    expect([found?.position, found?.waits, more]).toEqual([3, false, []]);
  });

  it('is what Save plans and stores, sync sends by, and a backup brings back', async () => {
    const { desk, save } = await short();
    const { db } = desk;
    const id = await save();
    expect(await stored(db, id)).toEqual(ORDER);
    const other = openStore();
    await putBack(other, await backup(db, null, 99, steady));
    expect(await stored(other, id)).toEqual(ORDER);
    expect(await sent(other)).toEqual(ORDER.planned);
    expect(await sent(db)).toEqual(ORDER.planned);
  });

  it('is the same after an undo and a redo', async () => {
    const { desk, save } = await short();
    const { db } = desk;
    const changeId = await save();
    const { stepView, moveChange } = undoCommands(desk);
    const onShortage = { kind: 'ask' } as const;
    for (const kind of ['takenOut', 'putBack'] as const) {
      const step = { changeId, kind };
      const { consequences } = await stepView({ customerId: C1, step, onShortage, locale: 'en' });
      const done = await moveChange(C1, step, { consequences, operator: 'Ada', onShortage });
      expect(done).toEqual({ ok: true, value: 4 });
    }
    expect(await stored(db, changeId)).toEqual(ORDER);
    expect(await sent(db)).toEqual(ORDER.planned);
  });
});
