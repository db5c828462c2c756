import { BadWorkbook } from './workbook-fault.ts';
import { isDateFormat } from './number-format.ts';
import type { XmlAttributes, XmlTaker } from './xml-reader.ts';

const nothing = (): void => undefined;

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly relationship: string;
  readonly isHidden: boolean;
}

/** Sheets in the order of their tabs, and from which year days are counted (`xl/workbook.xml`). */
export class WorkbookSheets implements XmlTaker {
  readonly sheets: SheetEntry[] = [];
  from1904 = false;
  readonly close = nothing;
  readonly text = nothing;
  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'workbookPr') this.from1904 = isTrue(attributes.get('date1904'));
    if (name !== 'sheet') return;
    this.sheets.push({
      name: attributes.get('name') ?? '',
      relationship: attributes.get('r:id') ?? '',
      isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
    });
  };
}

/** What a part refers to: addresses by id and by kind (`_rels/*.rels`). */
export class Relationships implements XmlTaker {
  readonly #byId = new Map<string, string>();
  readonly #byKind = new Map<string, string>();
  readonly close = nothing;
  readonly text = nothing;
  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
    const target = attributes.get('Target') ?? '';
    // transitional and strict workbooks have other addresses with the same last word
    const kind = attributes.get('Type')?.split('/').at(-1) ?? '';
    this.#byId.set(attributes.get('Id') ?? '', target);
    if (!this.#byKind.has(kind)) this.#byKind.set(kind, target);
  };

  /** The part of this id, seen from the folder; undefined where there is none. */
  byId(id: string, folder: string): string | undefined {
    return partIn(folder, this.#byId.get(id));
  }

  byKind(kind: string, folder: string): string | undefined {
    return partIn(folder, this.#byKind.get(kind));
  }
}

/** The name of the part that a reference means; `folder` ends with `/` or is empty. */
function partIn(folder: string, target: string | undefined): string | undefined {
  if (target === undefined) return undefined;
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Which styles of cells show a date (`xl/styles.xml`). */
export class CellStyles implements XmlTaker {
  /** By the number of the style. */
  readonly showsDate: boolean[] = [];
  readonly #codes = new Map<number, string>();
  #inCellFormats = false;
  readonly text = nothing;
  readonly close = (name: string): void => {
    if (name === 'cellXfs') this.#inCellFormats = false;
  };
  readonly open = (name: string, attributes: XmlAttributes): void => {
    const id = Number(attributes.get('numFmtId') ?? 0);
    if (name === 'numFmt') this.#codes.set(id, attributes.get('formatCode') ?? '');
    if (name === 'cellXfs') this.#inCellFormats = true;
    if (name === 'xf' && this.#inCellFormats) {
      this.showsDate.push(isDateFormat(id, this.#codes.get(id)));
    }
  };
}

/** Refuses a workbook that brings macros (`[Content_Types].xml`). Throws `BadWorkbook`: macros, notAWorkbook. */
export class ContentTypes implements XmlTaker {
  #isWorkbook = false;
  readonly close = nothing;
  readonly text = nothing;
  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (name !== 'Override' && name !== 'Default') return;
    const type = attributes.get('ContentType') ?? '';
    if (/macroEnabled|vbaProject/i.test(type)) throw new BadWorkbook('macros');
    if (/spreadsheetml\.(sheet|template)\.main\+xml$/.test(type)) this.#isWorkbook = true;
  };

  end(): void {
    if (!this.#isWorkbook) throw new BadWorkbook('notAWorkbook');
  }
}

export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
