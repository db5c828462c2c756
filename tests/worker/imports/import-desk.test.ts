// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { noChoice } from '#csv/csv-choice.ts';
import { listCustomers } from '#store/customers.ts';
import type { FileChoice } from '#worker/imports/import-types.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import { openDesk } from '../desk.ts';

const USERS = 'User principal name,Display name,Licenses\r\na@contoso.com,Ada,Unlicensed\r\n';

/** Reads one file at a desk. */
async function readAt(content: BlobPart, choice: Partial<FileChoice> = {}) {
  const desk = openDesk();
  const imports = new ImportDesk(desk);
  const files = [new File([content], 'users.csv')];
  const choices = [{ ...noChoice, as: null, ...choice }];
  const summary = await imports.read({ files, choices, locale: 'en' }, steady);
  const write = (takesDamage: boolean) =>
    imports.write(
      {
        importId: summary.importId,
        wholeCustomer: false,
        takesDamage,
        takesAsHeld: false,
        meanings: [],
        into: { kind: 'new', name: 'Contoso' },
      },
      steady,
    );
  return { desk, summary, write };
}

describe('an import', () => {
  it('shows the first users, and tells none from what is not in the file', async () => {
    const { summary } = await readAt(USERS);
    expect(summary.sample).toEqual([
      {
        userPrincipalName: 'a@contoso.com',
        displayName: 'Ada',
        usageLocation: null,
        licenses: [],
      },
    ]);
  });

  it('brings no text that could not be decoded unless the person agrees', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(USERS.trimEnd()), 0xff, 0x0d, 0x0a]);
    const { desk, summary, write } = await readAt(bytes, { encoding: 'utf-8' });
    expect(summary.files[0]?.damage).toEqual({ places: 1, row: 2 });
    expect(await write(false)).toMatchObject({ failure: { kind: 'unexpected' } });
    expect(await listCustomers(desk.db)).toEqual([]);
    expect(await write(true)).toMatchObject({ users: 1 });
  });
});
