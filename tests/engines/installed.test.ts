// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it, onTestFinished } from 'vitest';
import { backupWork } from '#worker/customers/backup.ts';
import { writePlanFile } from '#handover/plan-file.ts';
import { written } from '../csv/xlsx/workbooks.ts';
import { Site } from '../e2e/site.ts';
import { planByHand } from '../handover/plan-by-hand.ts';
import { C1, imported, sampleBatch } from '../store/open-store.ts';
import { openDesk } from '../worker/desk.ts';
import { canInstall, InstalledApp } from './installed-app.ts';
import { Screen } from './screen.ts';

const header = ['Display name', 'User principal name', 'Licenses', 'Usage location'];
const ada = ['Ada Winter', 'ada@northwind.example', 'Visio Plan 2', 'SE'];
const users = {
  value: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      displayName: 'Ada Winter',
      userPrincipalName: 'ada@northwind.example',
      assignedLicenses: [],
      licenseAssignmentStates: [],
      usageLocation: 'SE',
    },
  ],
};

/** A backup as the app saves it. */
async function backup(passphrase: string | null): Promise<Uint8Array> {
  const desk = openDesk();
  await imported(desk.db, C1, sampleBatch(3));
  const paceIn = () => ({
    due: () => false,
    rest: () => Promise.resolve(),
    waits: () => undefined,
  });
  const { blob } = await backupWork(desk, { customers: null, passphrase }, paceIn);
  return blob.bytes();
}

it.runIf(canInstall())(
  'the installed app shows the review of every kind of file that is double-clicked, with the host gone',
  async () => {
    const site = await Site.open('build');
    const app = await InstalledApp.install(site.address);
    onTestFinished(() => app.remove());
    await site.close();

    await app.save('users.csv', [header, ada].map((cells) => cells.join(',')).join('\n'));
    const window = await app.start('users.csv');
    onTestFinished(() => window.close());
    const screen = new Screen(window);
    await screen.heading('Import');
    await screen.reads('Recognized by its columns: Display name, User principal name, Licenses.');
    await screen.see({ role: 'button', name: 'Import 1 user' });
    expect(await window.run(() => matchMedia('(display-mode: standalone)').matches)).toBe(true);

    const workbook = await written({ header, rows: [ada] });
    if (!workbook.ok) throw new Error('no workbook');
    const others: readonly [name: string, content: string | Uint8Array, review: string][] = [
      ['list.xlsx', await workbook.value.bytes(), 'Import 1 user'],
      ['people.json', JSON.stringify(users), 'Graph: users'],
      ['plan.json', await writePlanFile(planByHand), 'Open the plan'],
      ['all.seatwise.json', await backup(null), 'Restore 1 customer'],
      ['all.seatwise', await backup('correct horse'), 'is protected by a passphrase'],
    ];
    for (const [name, content, review] of others) {
      await app.save(name, content);
      await app.doubleClick(name);
      await screen.see({ role: 'rowheader', name });
      await screen.reads(review);
    }
    expect(await window.complaints()).toEqual([]);
  },
);
