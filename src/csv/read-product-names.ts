import type { Pace } from '#base/pace.ts';
import { steady } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { readGuid, servicePlanId, skuId } from '#licenses/ids.ts';
import type { ListedNames } from '#licenses/listed-names.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { CsvHeader } from './csv-header.ts';
import type { CsvRows } from './csv-rows.ts';
import { detectFileEncoding } from './detect-file-encoding.ts';
import { readCsv } from './read-csv.ts';
import type { TextEncoding } from './text-encoding.ts';

/** Headings of Microsoft's "Product names and service plan identifiers for licensing". */
const NAME = 'Product_Display_Name';
const PART = 'String_Id';
const ID = 'GUID';
const PLAN_NAME = 'Service_Plans_Included_Friendly_Names';
const PLAN_PART = 'Service_Plan_Name';
const PLAN_ID = 'Service_Plan_Id';

/** How much of a file is looked at to tell it. */
const HEAD = 64 * 1024;

/** Microsoft's list of names as it was read. */
export interface ProductNamesFile extends ListedNames {
  /** Rows that name nothing: without an id, or with cells too many or too few. */
  readonly leftOut: number;
}

const missingIn = (header: CsvHeader): string | undefined =>
  [ID, NAME, PART].find((name) => !header.has(name));

/**
 * Gathers names. The real file has blanks of all kinds around its ids, products with several names and
 * many rows twice: each product and name is taken once, in their order; a service plan as first named.
 */
class NamesRows implements CsvRows {
  readonly #header: CsvHeader;
  readonly #products = new Map<string, ListedNames['products'][number]>();
  readonly #plans = new Map<string, ListedNames['servicePlans'][number]>();
  leftOutRows = 0;

  constructor(header: CsvHeader) {
    this.#header = header;
  }

  get names(): ListedNames {
    return { products: [...this.#products.values()], servicePlans: [...this.#plans.values()] };
  }

  readonly take = (cells: readonly string[]): void => {
    const cell = (name: string): string => cells[this.#header.indexOf(name) ?? -1]?.trim() ?? '';
    const id = readGuid(cell(ID));
    const name = cell(NAME);
    if (id === null || name === '') {
      this.leftOutRows++;
      return;
    }
    const product = { skuId: skuId(id), skuPartNumber: cell(PART), name };
    const key = `${id} ${name}`;
    if (!this.#products.has(key)) this.#products.set(key, product);
    const plan = readGuid(cell(PLAN_ID));
    if (plan === null || this.#plans.has(plan)) return;
    const partName = cell(PLAN_PART);
    const planName = cell(PLAN_NAME) || partName;
    this.#plans.set(plan, { id: servicePlanId(plan), partName, name: planName });
  };

  readonly leaveOut = (): void => {
    this.leftOutRows++;
  };

  readonly finish = (): void => undefined;
}

/** True for a file that begins with the headings of Microsoft's list of names. */
export async function isProductNames(file: File): Promise<boolean> {
  const head = file.slice(0, HEAD);
  const found = { header: false };
  const rows: CsvRows = { take: () => undefined, isOver: () => true, finish: () => undefined };
  await readCsv(
    { name: file.name, size: head.size, stream: () => head.stream() },
    (headings) => {
      found.header = missingIn(new CsvHeader(headings)) === undefined;
      return found.header ? ok(() => rows) : fail({ kind: 'notRecognised', file: file.name });
    },
    {
      warn: () => undefined,
      pace: steady,
      form: { encoding: await encodingOf(file), isLenient: true },
    },
  );
  return found.header;
}

/** UTF-8 where the file cannot be read: reading it says why. */
const encodingOf = async (file: File): Promise<TextEncoding> =>
  detectFileEncoding(file.slice(0, HEAD), null, steady).then(
    ({ encoding }) => encoding,
    () => 'utf-8',
  );

/**
 * Reads Microsoft's list of the names of products and service plans. Rests with (bytes read, bytes).
 * Problems: those of `readCsv`, missingColumn.
 */
export async function readProductNames(
  file: File,
  pace: Pace,
): Promise<Result<ProductNamesFile, ImportProblem>> {
  const found: { rows: NamesRows | null } = { rows: null };
  const look = await readCsv(
    file,
    (headings) => {
      const header = new CsvHeader(headings);
      const column = missingIn(header);
      if (column !== undefined) return fail({ kind: 'missingColumn', file: file.name, column });
      return ok(() => (found.rows = new NamesRows(header)));
    },
    { warn: () => undefined, pace, form: { encoding: await encodingOf(file) } },
  );
  if (!look.ok) return look;
  if (found.rows === null) return fail({ kind: 'notRecognised', file: file.name });
  const { names, leftOutRows } = found.rows;
  return ok({ ...names, leftOut: leftOutRows });
}
