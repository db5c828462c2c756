// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { ChangeId } from '#plan/change.ts';
import { backup } from '#store/backup.ts';
import { getChange } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { readLocation } from '#users/usage-location.ts';
import type { Position } from '#users/ids.ts';
import { manageCommands } from '#worker/manage/manage-commands.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import type { OnShortage } from '#worker/manage/save-types.ts';
import { selectionCommands } from '#worker/selection/selection-commands.ts';
import { undoCommands } from '#worker/undo/undo-commands.ts';
import { assign, C1, imported, openStore, sampleBatch } from '../../store/open-store.ts';
import { putBack } from '../../store/put-back.ts';
import { Syncing } from '../../store/stored-sync.ts';
import { E3, E5, owned } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';

const SCOPE = { kind: 'selection', window: 'w1' } as const;
const DRAFT = assign(E5);
const PICKED = [8, 3] as Position[];
const ASKED = { customerId: C1, scope: SCOPE, draft: DRAFT, locale: 'en' } as const;

/** Users 1 to 9 are selected to get E5, of which four are left; 8 and 3 go first, 1 last. */
async function short() {
  const desk = openDesk();
  const users = sampleBatch(20).users!.map((user) => ({
    ...user,
    usageLocation: readLocation('NL')!,
  }));
  const products = [owned(E3), owned(E5, 5)];
  await imported(desk.db, C1, sampleBatch(20, { users, products }));
  const positions = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const { editSelection } = selectionCommands(desk);
  await editSelection(C1, 'w1', { kind: 'set', positions, selected: true });
  const onShortage: OnShortage = { kind: 'wait', first: PICKED, waiting: [1] };
  const save = async () => {
    const { save: press, savePreview } = saveCommands(desk);
    const { preview, consequences } = await savePreview({ ...ASKED, onShortage });
    expect(preview).toMatchObject({ changed: 4, waits: 5 });
    const said = { operator: 'Ada', reference: null, note: null };
    const request = { ...said, draft: DRAFT, consequences, onShortage };
    const saved = await press({ customerId: C1, scope: SCOPE, request, locale: 'en' });
    if (!saved.ok) throw new Error(saved.error.kind);
    return saved.value;
  };
  return { desk, save };
}

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
