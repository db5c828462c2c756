// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { exampleFiles } from '#routes/help/example-files.ts';
import { ListDesk } from '#worker/lists/list-desk.ts';
import { heldBy, Imports } from '../worker/imports/case-files.ts';

const EXAMPLES = join(import.meta.dirname, '../../static/examples');
const fileOf = (name: string): File =>
  new File([readFileSync(join(EXAMPLES, name))], name, { lastModified: 1000 });
const named = (wanted: (typeof exampleFiles)[number]['kind']): File =>
  fileOf(exampleFiles.find(({ kind }) => kind === wanted)!.file);

describe('the examples of Help', () => {
  it('are all files that stand there', () => {
    expect(readdirSync(EXAMPLES).sort()).toEqual(exampleFiles.map(({ file }) => file).sort());
  });

  it.each([
    ['users', 'graphUsers'],
    ['usersCsv', 'adminUsersCsv'],
  ] as const)('of %s bring the users with their licenses, without a remark', async (kind, told) => {
    const { summary, customer } = await new Imports().bring(named('skus'), named(kind));
    expect(summary.files.map((one) => one.kind)).toEqual(['graphSkus', told]);
    expect([summary.fatal, summary.warnings]).toEqual([[], []]);
    expect(heldBy(customer)).toEqual({
      'adele@contoso.com': ['SPE_E3'],
      'alex@contoso.com': ['SPE_E3', 'VISIOCLIENT'],
      'megan@contoso.com': [],
    });
  });

  it.each([
    ['list', 'endRow'],
    ['wideList', 'lineBreak'],
  ] as const)('of %s ask the same of these users', async (kind, end) => {
    const imports = new Imports();
    const { written } = await imports.bring(named('skus'), named('users'));
    const read = await new ListDesk(imports.desk).read(
      {
        file: named(kind),
        customerId: written.customerId,
        encoding: 'utf-8',
        splitId: null,
        chosen: {},
        lastRow: null,
        locale: 'en',
      },
      () => ({ ...steady, waits: () => undefined }),
    );
    if (!('list' in read)) throw new Error(JSON.stringify(read));
    expect([read.list.refused, read.list.end]).toEqual([[], end]);
    expect(
      read.list.sample.flatMap(({ user, asks }) =>
        asks.map(({ action }) => `${user?.userPrincipalName ?? ''} ${action}`),
      ),
    ).toEqual(['adele@contoso.com assign', 'alex@contoso.com revoke', 'megan@contoso.com assign']);
  });
});
