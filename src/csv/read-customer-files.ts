import { partPace, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { inTurns } from '#base/steps.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import { type ImportProblem, unreadable } from '#users/import-problem.ts';
import { noChoice, type CsvChoice } from './csv-choice.ts';
import { CustomerParts } from './customer-parts.ts';
import { detectForm, HEAD_SIZE } from './detect-file.ts';
import { ProblemList } from './problem-list.ts';
import type { NamedProduct } from './product-index.ts';
import { ProductNames } from './product-names.ts';
import { type ReadFile, unread } from './read-file.ts';
import { readGraphFile } from './read-graph-file.ts';
import { readUsersCsv } from './read-users-csv.ts';
import type { Mappings } from './user-header.ts';

/** What is known about products before the files are read. */
export interface KnownProducts {
  /** Every name of every product: the customer's own first, then the catalog's. */
  readonly named: Iterable<NamedProduct>;
  /** Products that the customer is known to own; those in the files themselves are added. */
  readonly owned: ReadonlySet<SkuId>;
}

/** What a person said about files, and what their language makes likelier. */
export interface Said {
  readonly choices: ReadonlyMap<File, CsvChoice>;
  readonly prior: 'gb18030' | 'big5' | null;
  /** What people said before that columns are. */
  readonly mappings: Mappings;
}

const nothingSaid: Said = { choices: new Map(), prior: null, mappings: new Map() };

/** What some files say about one customer. */
export interface CustomerFiles {
  readonly files: readonly ReadFile[];
  /** Null when there is a fatal problem, or no file. */
  readonly batch: CustomerBatch | null;
  /** License sets of users CSVs, each with the names as they stand: what they mean is the customer's matter. */
  readonly named: ReadonlyMap<LicenseSet, LicenseSet>;
  /** False where users may be missing: rows were left out, their text is damaged, or another page is announced. */
  readonly isWhole: boolean;
  /** The tenant's short name or its domain; null when no file tells one. */
  readonly suggestedName: string | null;
  readonly fatal: readonly ImportProblem[];
  /** Rows left out or values kept as unknown, the rest can be imported: the first 200 of `warningCount`. */
  readonly warnings: readonly ImportProblem[];
  readonly warningCount: number;
}

type ReadOne = (file: File, pace: Pace) => Promise<Result<ReadFile, ImportProblem>>;

async function formOf(file: File): Promise<Result<'json' | 'csv', ImportProblem>> {
  let head: ArrayBuffer;
  try {
    head = await file.slice(0, HEAD_SIZE).arrayBuffer();
  } catch (error) {
    return fail(unreadable(file.name, error));
  }
  const form = detectForm(new Uint8Array(head));
  if (form === null) return fail({ kind: 'notRecognised', file: file.name });
  return ok(form);
}

/**
 * Reads the files of one customer together: `subscribedSkus`, pages of users and groups as Graph's
 * JSON, and users CSVs, in any number and order. JSON is read first, so that the products in it help
 * to tell the names in a CSV. Files are told by their content, never by their names.
 *
 * Every file is looked at even after a fatal problem, so that a person sees all of them at once.
 * Rests with (bytes read, bytes of all files).
 */
export async function readCustomerFiles(
  files: readonly File[],
  known: KnownProducts,
  pace: Pace,
  said: Said = nothingSaid,
): Promise<CustomerFiles> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const warnings = new ProblemList();
  const parts = new CustomerParts(warnings.add);
  const fatal: ImportProblem[] = [];
  const read = new Map<File, ReadFile>();
  const forms = new Map<File, 'json' | 'csv'>();
  for (const file of files) {
    const form = await formOf(file);
    if (form.ok) forms.set(file, form.value);
    else fatal.push(form.error);
  }
  let before = 0;
  const readAll = async (wanted: 'json' | 'csv', readOne: ReadOne): Promise<void> => {
    for (const [file, form] of forms) {
      if (form !== wanted) continue;
      const result = await readOne(file, partPace(pace, { before, size: file.size, total }));
      before += file.size;
      if (result.ok) read.set(file, result.value);
      else fatal.push(result.error);
    }
  };
  await readAll('json', (file, its) => readGraphFile(file, parts, its));
  const names = new ProductNames(known.named, parts.ownedWith(known.owned));
  const { prior, mappings } = said;
  await readAll('csv', (file, its) => {
    const choice = said.choices.get(file) ?? noChoice;
    return readUsersCsv(file, { names, choice, prior, mappings }, parts, its);
  });
  fatal.push(...parts.end());
  const afterwards = partPace(pace, { before, size: 0, total });
  const isFit = fatal.length === 0 && read.size > 0;
  const batch = isFit ? await inTurns(parts.batch(), afterwards) : null;
  return {
    files: files.map(
      (file) => read.get(file) ?? { ...unread(file), isCsv: forms.get(file) === 'csv' },
    ),
    batch,
    named: parts.named,
    isWhole: parts.isWhole && [...read.values()].every(({ damage }) => damage === null),
    suggestedName: parts.accountName ?? batch?.defaultDomain ?? null,
    fatal,
    warnings: warnings.kept,
    warningCount: warnings.count,
  };
}
