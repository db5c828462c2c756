import { Zip, ZipDeflate } from 'fflate';
import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { ByteSink, Cell, CsvTable } from '#csv/write-csv.ts';
import { xmlOfText } from './escaped-text.ts';
import { LONGEST_CELL, MOST_ROWS } from './limits.ts';

/** What a workbook cannot hold. */
export type XlsxRefusal = 'tooManyRows' | 'longCell';

const BATCH = 200;
const SHEET_NAME = 31;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const partsAround = (name: string): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
];

const SHEET_START = `${XML}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const SHEET_END = '</sheetData></worksheet>';

/** A name that Excel takes for a sheet: short, and without `[ ] : * ? / \`. */
const sheetName = (title: string): string =>
  xmlOfText(
    Array.from(title.replace(/[[\]:*?/\\'\p{C}]/gu, ' ').trim())
      .slice(0, SHEET_NAME)
      .join('')
      .trim() || 'Seatwise',
  );

/** Texts are texts, whatever they begin with: nothing in the workbook is ever a formula. */
function cellXml(cell: Cell): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c><v>${String(cell)}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${xmlOfText(String(cell))}</t></is></c>`;
}

const rowXml = (cells: readonly Cell[]): string => `<row>${cells.map(cellXml).join('')}</row>`;

const isLong = (cell: Cell): boolean => typeof cell === 'string' && cell.length > LONGEST_CELL;

/** Collects what the archive gives until it is taken. */
class Archive {
  readonly #out: Uint8Array<ArrayBuffer>[] = [];
  readonly #zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    this.#out.push(bytes);
  });
  readonly #encoder = new TextEncoder();

  /** A part that is pushed piece by piece. */
  part(name: string): (text: string, isLast: boolean) => void {
    const part = new ZipDeflate(name, { level: 6 });
    // the day is no matter, and a file of the same rows is the same file
    part.mtime = new Date(2000, 0, 1);
    this.#zip.add(part);
    return (text, isLast) => part.push(this.#encoder.encode(text), isLast);
  }

  end(): void {
    this.#zip.end();
  }

  async flush(sink: ByteSink): Promise<void> {
    for (const bytes of this.#out.splice(0)) await sink(bytes);
  }
}

/**
 * Writes a table as a workbook of one sheet (ECMA-376, transitional), some hundred rows at a time, the
 * heading row frozen. Refuses what Excel cannot hold: more than 1,048,576 rows, a text over 32,767
 * characters. Rests with (rows, null).
 */
export async function streamXlsx(
  table: CsvTable,
  title: string,
  pace: Pace,
  sink: ByteSink,
): Promise<Result<null, XlsxRefusal>> {
  const archive = new Archive();
  for (const [name, xml] of partsAround(sheetName(title))) archive.part(name)(XML + xml, true);
  const sheet = archive.part('xl/worksheets/sheet1.xml');
  let xml = SHEET_START + rowXml(table.header);
  let written = 0;
  for (const row of table.rows) {
    if (++written >= MOST_ROWS) return fail('tooManyRows');
    if (row.some(isLong)) return fail('longCell');
    xml += rowXml(row);
    if (written % BATCH !== 0) continue;
    sheet(xml, false);
    xml = '';
    await archive.flush(sink);
    if (pace.due()) await pace.rest(written, null);
  }
  sheet(xml + SHEET_END, true);
  archive.end();
  await archive.flush(sink);
  return ok(null);
}
