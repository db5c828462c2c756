// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { ChangeId } from '#plan/change.ts';
import type { RunId } from '#plan/operation.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import { reportCommands } from '#worker/changes/report-commands.ts';
import type { ExportColumn, ExportWhat } from '#worker/exports/export-types.ts';
import { exportWork } from '#worker/exports/export.ts';
import { sheetCommands } from '#worker/sheets/sheet-commands.ts';
import { assign } from '../../store/open-store.ts';
import {
  FakeLocks,
  HARBOR,
  harborOn,
  openWindow,
  plan,
  PROJECT,
  usersWhere,
  VISIO,
} from '../sync/harbor.ts';
import { HandClock } from '../sync/hand-clock.ts';

/** Ten users were to get a product of which seven licenses are left; the sync has ended. */
async function synced() {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const users = await usersWhere(db, (held) => !held.has(VISIO) && !held.has(PROJECT), 10);
  await plan(db, users, assign(PROJECT));
  const window = openWindow(db, clock, new FakeLocks(), 'one');
  await window.start();
  await clock.until(async () => (await window.run())?.endedAt !== null, 'ended');
  await window.desk.customers.reloadAll();
  const runId = (await window.run())?.id;
  if (runId === undefined) throw new Error('no run');

  async function rowsOf(what: ExportWhat, hidden: readonly ExportColumn[] = [], locale = 'en') {
    const style = { delimiter: ',', bom: false } as const;
    const options = { locale, format: 'csv', style, hidden, to: null } as const;
    const done = await exportWork(window.desk, { what, ...options }, steady);
    if ('failure' in done || done.kind !== 'file') throw new Error(JSON.stringify(done));
    const text = await done.blob.text();
    const { data } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
    return data;
  }
  return { window, rowsOf, runId };
}

const CHANGE = 'change-1' as ChangeId;

describe('after a sync', { timeout: 60_000 }, () => {
  it('its outcomes are exported with what was sent, why it was refused, and the request', async () => {
    const { window, rowsOf, runId } = await synced();
    const what = { kind: 'outcomes', customerId: HARBOR, runId } as const;
    const rows = await rowsOf(what);
    expect(rows.map((row) => row['Outcome']).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'Applied'),
      ...Array.from({ length: 3 }, () => 'Rejected'),
    ]);
    const { rows: shown } = await window.commands.outcomes({
      customerId: HARBOR,
      runId,
      filter: 'rejected',
      text: '',
      page: 0,
      pageSize: 25,
      locale: 'en',
    });
    for (const { userPrincipalName, displayName, sent, refusal } of shown) {
      const row = rows.find((one) => one['User principal name'] === userPrincipalName);
      expect(row).toMatchObject({
        'Display name': displayName,
        Assign: sent[0]?.name,
        Revoke: '',
        // the word that came with it, not one of ours
        Code: 'Request_BadRequest',
        'What Microsoft said': refusal?.raw,
        'Request ID': refusal?.requestId,
      });
      expect(row?.['Why']).toContain(sent[0]?.name);
      expect(row?.['Ended (UTC)']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    }
    const applied = rows.find((row) => row['Outcome'] === 'Applied');
    expect(applied).toMatchObject({ Why: '', Code: '', 'What Microsoft said': '' });

    const [some] = await rowsOf(what, ['microsoftSaid', 'requestId'], 'zh-Hant');
    expect(Object.keys(some ?? {})).toEqual(
      expect.arrayContaining(['使用者主體名稱', '結果', '原因']),
    );
    expect(Object.keys(some ?? {})).not.toContain('要求識別碼');
  });

  it('a run that is not on this device has no outcomes to export', async () => {
    const { rowsOf } = await synced();
    const what = { kind: 'outcomes', customerId: HARBOR, runId: 'other' as RunId } as const;
    await expect(rowsOf(what)).rejects.toThrow(NotFound);
  });

  it('the people of a line of a change are exported as the change moved them, those who match', async () => {
    const { window, rowsOf } = await synced();
    const source = { kind: 'change', changeId: CHANGE } as const;
    const item = { kind: 'assign', skuId: PROJECT } as const;
    const line = { kind: 'line', customerId: HARBOR, source, item } as const;
    const ask = { customerId: HARBOR, source, item, text: '', locale: 'en' };
    const { sheetPeople } = sheetCommands(window.desk);
    const people = await sheetPeople({ ...ask, page: 0, pageSize: 25 });
    const rows = await rowsOf({ ...line, text: '' });
    const names = people.rows.map(({ userPrincipalName }) => userPrincipalName);
    expect(rows.map((row) => row['User principal name'])).toEqual(names);
    expect(names).toHaveLength(10);
    // the sync has refused it to three of them since, and the others have it by now
    for (const row of rows) {
      expect(row['Licenses before']).not.toContain(row['Assign']);
      expect(row['Licenses after']).toContain(row['Assign']);
    }
    const [first = ''] = names;
    const found = await rowsOf({ ...line, text: first.toUpperCase() });
    expect(found.map((row) => row['User principal name'])).toEqual([first]);
  });

  it('the export and the report of a change say what it ended as, and why', async () => {
    const { window, rowsOf } = await synced();
    const rows = await rowsOf({ kind: 'change', customerId: HARBOR, changeId: CHANGE });
    const states = rows.map((row) => row['State']);
    expect(states.filter((state) => state?.startsWith('Applied.'))).toHaveLength(7);
    const rejected = states.filter((state) => state?.startsWith('Rejected.'));
    expect(rejected).toHaveLength(3);
    expect(rejected.every((state) => state?.includes('No license of'))).toBe(true);

    const { changeReport } = reportCommands(window.desk);
    const report = await changeReport({
      customerId: HARBOR,
      changeId: CHANGE,
      most: 2000,
      locale: 'en',
    });
    expect(report?.outcomes).toMatchObject({ applied: 7, rejected: 3 });
    const inChinese = await changeReport({
      customerId: HARBOR,
      changeId: CHANGE,
      most: 2000,
      locale: 'zh-Hans',
    });
    for (const [index, { row, reasons }] of (report?.rows ?? []).entries()) {
      expect(reasons).toHaveLength(row.outcome?.kind === 'rejected' ? 1 : 0);
      const said = inChinese?.rows[index]?.reasons ?? [];
      expect(said).toHaveLength(reasons.length);
      expect(said.every((reason) => /\p{Script=Han}/u.test(reason))).toBe(true);
    }
    const kinds = report?.rows.map(({ row }) => row.outcome?.kind).sort();
    expect(kinds).toEqual(
      states.map((state) => (state?.startsWith('A') ? 'applied' : 'rejected')).sort(),
    );
  });

  it('the history says what sync made of a Save in the words of the screen', async () => {
    const { rowsOf } = await synced();
    const what = { kind: 'history', customerId: HARBOR } as const;
    const [saved] = await rowsOf(what);
    expect(saved?.['State']).toBe('7 applied, 3 rejected');
    const [other] = await rowsOf(what, [], 'zh-Hans');
    expect(Object.values(other ?? {})).toContain('7 个已应用、3 个被拒绝');
  });
});
