import { zipSync, type Zippable } from 'fflate';
import { steady } from '#base/pace.ts';
import { ok, type Result } from '#base/result.ts';
import type { CsvTable } from '#csv/write-csv.ts';
import { streamXlsx, type XlsxRefusal } from '#csv/xlsx/write-xlsx.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The parts of a workbook as Excel names them, but for what a test says otherwise; null leaves one out. */
export interface Parts {
  readonly [name: string]: string | Uint8Array | null;
}

export const sheetXml = (rows: string): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;

const usual: Parts = {
  '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${TYPE}"/></Types>`,
  '_rels/.rels': `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" t="str"><v>a</v></c></row>'),
};

/** A workbook of these parts. */
export function workbook(parts: Parts, level: 0 | 9 = 9): File {
  const encoder = new TextEncoder();
  const all: Zippable = {};
  for (const [name, part] of Object.entries({ ...usual, ...parts })) {
    if (part !== null) all[name] = typeof part === 'string' ? encoder.encode(part) : part;
  }
  return fileOf(zipSync(all, { level, mtime: new Date(2020, 0, 1) }));
}

export const fileOf = (bytes: Uint8Array): File =>
  new File([new Uint8Array(bytes)], 'list.xlsx', { lastModified: 7 });

/** A workbook of one sheet with these rows. */
export const sheet = (rows: string, parts: Parts = {}): File =>
  workbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows), ...parts });

/** What our own export makes of a table, as a file. */
export async function written(table: CsvTable): Promise<Result<File, XlsxRefusal>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const end = await streamXlsx(table, "It's: a [list]?", steady, (bytes) => void parts.push(bytes));
  return end.ok ? ok(new File(parts, 'list.xlsx')) : end;
}
