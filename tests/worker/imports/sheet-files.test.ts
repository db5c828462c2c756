// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { sheet, workbook, written } from '../../csv/xlsx/workbooks.ts';
import { openDesk } from '../desk.ts';
import { noChoice } from '#csv/csv-choice.ts';
import { steady } from '#base/pace.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import { sheetFile } from '#worker/imports/sheet-files.ts';
import type { ImportSummary } from '#worker/imports/import-types.ts';

const unsaid = { as: null, ...noChoice };

async function summaryOf(files: readonly File[]): Promise<ImportSummary> {
  const desk = new ImportDesk(openDesk());
  const choices = files.map(() => unsaid);
  return desk.read({ files, choices, locale: 'en' }, steady);
}

const usersTable = {
  header: ['User principal name', 'Display name', 'Usage location', 'Licenses'],
  rows: [['ann@example.test', '=Ann', 'SE', 'Visio Plan 2+Office 365 E3']],
};

describe('a workbook among the files', () => {
  it('is read as the list in its sheet, by its own name and size', async () => {
    const header = ['User', 'Product', 'Action'];
    const file = await written({ header, rows: [['ann@example.test', 'VISIOCLIENT', 'assign']] });
    if (!file.ok) throw new Error(file.error);
    const { files, fatal } = await summaryOf([file.value]);
    expect(fatal).toEqual([]);
    expect(files[0]).toMatchObject({
      name: 'list.xlsx',
      bytes: file.value.size,
      kind: 'assignmentList',
      workbook: { sheet: 'It s  a  list' },
    });
    expect(await files[0]?.workbook?.text.text()).toContain('VISIOCLIENT');
  });

  it('brings users as the CSV of the same rows does', async () => {
    const file = await written(usersTable);
    if (!file.ok) throw new Error(file.error);
    const { users, sample } = await summaryOf([file.value]);
    expect(users).toBe(1);
    expect(sample[0]).toMatchObject({ displayName: '=Ann', usageLocation: 'SE' });
  });

  it('says what of it is computed, and which sheets are not read', async () => {
    const two = workbook({
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="Now" r:id="rId1"/><sheet name="Then" r:id="rId1"/></sheets></workbook>',
    });
    expect((await sheetFile(two, steady)).warnings).toEqual([
      { kind: 'otherSheets', file: 'list.xlsx', sheet: 'Now', others: ['Then'] },
    ]);
    const computed = sheet('<row r="4"><c><f>A1</f><v>1</v></c><c><f>A2</f><v>2</v></c></row>');
    expect((await sheetFile(computed, steady)).warnings).toEqual([
      { kind: 'computedCells', file: 'list.xlsx', row: 4, cells: 2 },
    ]);
  });

  it('stops the import in words when it is not read, and nothing is kept', async () => {
    const protectedFile = new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], 'secret.xlsx');
    const good = await written(usersTable);
    if (!good.ok) throw new Error(good.error);
    const { fatal, users } = await summaryOf([protectedFile, good.value]);
    expect(fatal).toEqual([{ kind: 'badWorkbook', file: 'secret.xlsx', fault: 'protected' }]);
    expect(users).toBe(0);
  });
});
