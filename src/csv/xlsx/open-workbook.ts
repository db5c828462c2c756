import { MOST_BYTES, MOST_DESCRIPTION } from './limits.ts';
import { SharedTexts } from './shared-texts.ts';
import { SheetRows, type SheetContext, type SheetRow } from './sheet-rows.ts';
import { BadWorkbook } from './workbook-fault.ts';
import {
  CellStyles,
  ContentTypes,
  Relationships,
  WorkbookSheets,
  type SheetEntry,
} from './workbook-parts.ts';
import { XmlReader, type XmlTaker } from './xml-reader.ts';
import { readDirectory, type ZipPart } from './zip-directory.ts';
import { bytesOf } from './zip-part.ts';

/** Called where a reading may rest; bytes inflated since the last call. */
export type Rest = (bytes: number) => Promise<void>;

/** A workbook whose sheets can be read. Only the parts that are needed are ever inflated. */
export interface OpenWorkbook {
  /** Sheets that a person sees, in the order of their tabs; never empty. */
  readonly sheets: readonly SheetEntry[];
  /** Gives each row that holds anything. Throws `BadWorkbook`. */
  readonly readSheet: (
    sheet: SheetEntry,
    take: (row: SheetRow) => Promise<void> | void,
    rest: Rest,
  ) => Promise<void>;
}

/** Opens a workbook (ECMA-376, transitional or strict). Throws `BadWorkbook`. */
export async function openWorkbook(file: Blob, rest: Rest): Promise<OpenWorkbook> {
  const parts = await readDirectory(file);
  const read = async <T extends XmlTaker>(
    name: string | undefined,
    taker: T,
    most = MOST_DESCRIPTION,
  ): Promise<T> => {
    const part = parts.get(name ?? '');
    if (part !== undefined && part.size > most) throw new BadWorkbook('tooLarge');
    await readPart(file, part, taker, rest);
    return taker;
  };
  if (!parts.has('[Content_Types].xml')) throw new BadWorkbook('notAWorkbook');
  (await read('[Content_Types].xml', new ContentTypes())).end();
  const root = await read('_rels/.rels', new Relationships());
  const main = root.byKind('officeDocument', '');
  const workbook = await read(main, new WorkbookSheets());
  const folder = main?.replace(/[^/]*$/, '') ?? '';
  const name = main?.slice(folder.length) ?? '';
  const links = await read(`${folder}_rels/${name}.rels`, new Relationships());
  const sheets = workbook.sheets.filter(
    ({ isHidden, relationship }) => !isHidden && parts.has(links.byId(relationship, folder) ?? ''),
  );
  if (sheets.length === 0) throw new BadWorkbook('noSheet');

  const optional = async <T extends XmlTaker>(
    kind: string,
    taker: T,
    most = MOST_DESCRIPTION,
  ): Promise<T> => {
    const part = links.byKind(kind, folder);
    return part === undefined || !parts.has(part) ? taker : read(part, taker, most);
  };
  const { showsDate } = await optional('styles', new CellStyles());
  const { texts } = await optional('sharedStrings', new SharedTexts(), MOST_BYTES);
  const context: SheetContext = { sharedTexts: texts, showsDate, from1904: workbook.from1904 };
  return {
    sheets,
    async readSheet(sheet, take, restHere) {
      const part = parts.get(links.byId(sheet.relationship, folder) ?? '');
      let rows: SheetRow[] = [];
      const taker = new SheetRows(context, (row) => void rows.push(row));
      await readPart(file, part, taker, async (bytes) => {
        for (const row of rows) await take(row);
        rows = [];
        await restHere(bytes);
      });
      for (const row of rows) await take(row);
    },
  };
}

async function readPart(
  file: Blob,
  part: ZipPart | undefined,
  taker: XmlTaker,
  rest: Rest,
): Promise<void> {
  if (part === undefined) throw new BadWorkbook('damaged');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new BadWorkbook('damaged');
    }
  };
  const xml = new XmlReader(taker);
  for await (const bytes of bytesOf(file, part)) {
    xml.push(decode(bytes));
    await rest(bytes.length);
  }
  xml.push(decode());
  xml.end();
}
