// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { listChanges } from '#store/changes.ts';
import { everybody } from '#users/user-query.ts';
import { awaitedCommands } from '#worker/awaited/awaited-commands.ts';
import { changeCommands } from '#worker/changes/change-commands.ts';
import { customerListCommands } from '#worker/customers/customer-list-commands.ts';
import { historyCommands } from '#worker/history/history-commands.ts';
import { licenseCommands } from '#worker/licenses/license-commands.ts';
import { manageCommands } from '#worker/manage/manage-commands.ts';
import { rulesCommands } from '#worker/rules/rule-commands.ts';
import { selectionCommands } from '#worker/selection/selection-commands.ts';
import { startView } from '#worker/users/first-pages.ts';
import { userCommands } from '#worker/users/user-commands.ts';
import { assign, C1, C2, imported, openStore, sampleBatch, saved } from '../../store/open-store.ts';
import { FailingWrites } from '../../store/failing-writes.ts';
import { E5 } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';

const W1 = 'w1';

/** A customer with something planned and somebody selected in a window, and what opens other windows on it. */
async function device() {
  const db = openStore();
  const writes = new FailingWrites(db);
  await imported(db, C1, sampleBatch(30));
  await imported(db, C2, sampleBatch(3));
  await saved(db, C1, [1, 2], assign(E5));
  const windowOn = () => {
    const desk = openDesk(db);
    return { ...userCommands(desk), ...selectionCommands(desk), ...manageCommands(desk), desk };
  };
  await windowOn().editSelection(C1, W1, { kind: 'set', positions: [1, 2, 3], selected: true });
  return { db, writes, windowOn };
}

const ask = { customerId: C1, window: W1, locale: 'en' };

describe('on a full disk', () => {
  it('everything that can be read without a full disk is read, in every order and in a new window', async () => {
    const { db, writes, windowOn } = await device();
    const views = [
      startView,
      { ...startView, page: 1, pageSize: 25 as const },
      ...(['displayName', 'userPrincipalName', 'licenses'] as const).map((by) => ({
        ...startView,
        query: { ...everybody, sort: { by, descending: false } },
      })),
    ];
    const readAll = async (window: string) => {
      const api = windowOn();
      const desk = api.desk;
      const scope = { kind: 'selection', window } as const;
      const [change] = await listChanges(db, C1);
      return {
        pages: await Promise.all(views.map((view) => api.usersPage({ ...ask, window, view }))),
        // of a customer at which nobody is selected a first page is kept
        other: await api.usersPage({ ...ask, customerId: C2, window, view: startView }),
        again: await api.usersPage({ ...ask, window, view: startView }),
        selected: await api.selectedPage({ ...ask, window, text: '', page: 0, pageSize: 25 }),
        selection: await api.selection(C1, window),
        draft: await api.draft(C1, scope),
        all: await licenseCommands(desk).allLicenses('en'),
        customers: await customerListCommands(desk).customers(),
        awaited: await awaitedCommands(desk).awaited(C1, 'en'),
        rules: (await rulesCommands(desk).rules()).length,
        history: await historyCommands(desk).history({ ...ask, text: '', page: 0, pageSize: 25 }),
        change: await changeCommands(desk).change({
          ...{ ...ask, changeId: change!.id, filter: 'all', page: 0, pageSize: 25 },
        }),
      };
    };
    writes.fillDisk();
    const full = { own: await readAll(W1), other: await readAll('w2') };
    expect(writes.stop()).toBe(false);
    expect({ own: await readAll(W1), other: await readAll('w2') }).toEqual(full);
    expect(full.own.pages[0]!.rows).toHaveLength(25);
  });
});
