/**
 * Why a file that looks like a workbook is not read: `notAWorkbook` (another kind of archive),
 * `damaged` (cut off or changed), `protected` (by a password, or of the old format that looks the
 * same), `macros`, `tooManyParts`, `tooLarge`, `bomb` (swells beyond reason), `unsafeXml` (a document
 * type or entities of its own), `noSheet`.
 */
export type WorkbookFault =
  | 'notAWorkbook'
  | 'damaged'
  | 'protected'
  | 'macros'
  | 'tooManyParts'
  | 'tooLarge'
  | 'bomb'
  | 'unsafeXml'
  | 'noSheet';

/** Why a file (or one of its rows) cannot be read. Rows and columns count from 1 as a spreadsheet shows them. */
export type ImportProblem =
  | { readonly kind: 'notRecognised'; readonly file: string }
  | {
      readonly kind: 'tooLarge';
      readonly file: string;
      readonly bytes: number;
      readonly limit: number;
    }
  /** `gone`: it was moved or removed since it was chosen. `changed`: it was written to, or is locked. */
  | {
      readonly kind: 'unreadable';
      readonly file: string;
      readonly why: 'gone' | 'changed' | 'other';
      readonly detail: string;
    }
  | { readonly kind: 'tooManyRows'; readonly file: string; readonly limit: number }
  | { readonly kind: 'notUtf8'; readonly file: string; readonly row: number }
  /** The bytes are no text of the encoding that was asked for. */
  | {
      readonly kind: 'notInEncoding';
      readonly file: string;
      readonly row: number;
      readonly encoding: string;
    }
  /** `detail`: the text found there, as it stands in the file; empty where the file ends too early. */
  | {
      readonly kind: 'brokenJson';
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly detail: string;
    }
  | {
      readonly kind: 'wrongShape';
      readonly file: string;
      readonly path: string;
      readonly expected: string;
      readonly received: string;
    }
  | { readonly kind: 'missingColumn'; readonly file: string; readonly column: string }
  /** An assignment list in which no column names the users, or the products. */
  | {
      readonly kind: 'missingListColumn';
      readonly file: string;
      readonly role: 'user' | 'product';
    }
  | {
      readonly kind: 'raggedRow';
      readonly file: string;
      readonly row: number;
      readonly expected: number;
      readonly received: number;
    }
  /** A row above the header that may belong below it. */
  | { readonly kind: 'aboveHeader'; readonly file: string; readonly row: number }
  /** The file ends within its last row. */
  | { readonly kind: 'cutOff'; readonly file: string; readonly row: number }
  /** JSON that is nested deeper than the browser can follow. */
  | { readonly kind: 'tooDeep'; readonly file: string }
  /** A quoted cell is not closed, or goes on after its closing quote. */
  | { readonly kind: 'brokenQuotes'; readonly file: string; readonly row: number }
  | {
      readonly kind: 'badValue';
      readonly file: string;
      readonly row: number;
      readonly column: string;
      readonly value: string;
    }
  /** PowerShell wrote the names of types where values should stand; `rows`: how many cells, the first in `row`. */
  | {
      readonly kind: 'typeNames';
      readonly file: string;
      readonly row: number;
      readonly column: string;
      readonly value: string;
      readonly rows: number;
    }
  /** JSON in which PowerShell cut off what lies deeper than its `-Depth`; `users`: how many of them, the first at `path`. */
  | {
      readonly kind: 'cutDepth';
      readonly file: string;
      readonly path: string;
      readonly value: string;
      readonly users: number;
    }
  /** No file tells the licenses of so many users; `file`: the first of those; `columns`: their headings that speak of licenses and were not read. */
  | {
      readonly kind: 'licensesUntold';
      readonly file: string;
      readonly users: number;
      readonly columns: readonly string[];
    }
  | {
      readonly kind: 'duplicateUser';
      readonly file: string;
      readonly row: number;
      readonly userPrincipalName: string;
    }
  /** `isListed`: subscribedSkus is among the files, and has no such product. */
  | {
      readonly kind: 'unknownProduct';
      readonly file: string;
      readonly row: number;
      readonly column: string;
      readonly value: string;
      readonly rows: number;
      readonly isListed: boolean;
    }
  /** A product name that fits several products; `isListed` as above. */
  | {
      readonly kind: 'ambiguousProduct';
      readonly file: string;
      readonly row: number;
      readonly column: string;
      readonly value: string;
      readonly rows: number;
      readonly skuPartNumbers: readonly string[];
      readonly isListed: boolean;
    }
  /** A Graph answer whose next page is in none of the files: not everybody (or everything) is here. */
  | { readonly kind: 'morePages'; readonly file: string }
  /** The files belong to more than one tenant. */
  | { readonly kind: 'mixedTenants'; readonly file: string }
  /** An Excel workbook that is not read. */
  | { readonly kind: 'badWorkbook'; readonly file: string; readonly fault: WorkbookFault }
  /** Only one sheet of a workbook is read. */
  | {
      readonly kind: 'otherSheets';
      readonly file: string;
      readonly sheet: string;
      readonly others: readonly string[];
    }
  /** Cells of a workbook are computed: their last results were taken. `row`: the first of them. */
  | {
      readonly kind: 'computedCells';
      readonly file: string;
      readonly row: number;
      readonly cells: number;
    };

/**
 * The problem that an error in reading a chosen file stands for. A browser refuses to read a file that
 * was written to after it was chosen (`NotReadableError`) or that is gone (`NotFoundError`). Source:
 * File API, "file read errors".
 */
export function unreadable(file: string, error: unknown): ImportProblem {
  const name = error instanceof Error ? error.name : '';
  const why = name === 'NotFoundError' ? 'gone' : name === 'NotReadableError' ? 'changed' : 'other';
  return { kind: 'unreadable', file, why, detail: String(error) };
}
