import { steady } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { type ImportProblem, unreadable } from '#users/import-problem.ts';
import {
  asHeadingsSay,
  namesProducts,
  readListHeader,
  type ListHeader,
} from './assignment-columns.ts';
import { headingRole } from './assignment-headings.ts';
import { CsvHeader } from './csv-header.ts';
import type { CsvRows } from './csv-rows.ts';
import { detectEncoding, type DetectedEncoding } from './detect-encoding.ts';
import { ProductFinder } from './product-finder.ts';
import type { NamedProduct } from './product-index.ts';
import { readCsv } from './read-csv.ts';
import type { TextEncoding } from './text-encoding.ts';
import { columnsByHeadings } from './user-header.ts';

/** How much of a file is looked at. */
const HEAD = 128 * 1024;

/** What a file that is an assignment list was known by. */
export interface ToldList {
  readonly shape: ListHeader['shape'];
  readonly encoding: TextEncoding;
  readonly confidence: DetectedEncoding['confidence'];
  /** The heading of a column that names users. */
  readonly userHeading: string;
  /** Headings of the columns that name products, or that are products. */
  readonly productHeadings: readonly string[];
}

/** Users with the licenses that they have now, not what is to become of them. */
const HELD_NOW = ['Licenses', 'License assignment details'];

/** So our export of users says it, or said it once, whose other columns say what is pending. */
const OURS = [
  'Licenses with the plan counted',
  '同步后的许可证',
  '同步處理後的授權',
  '计入待同步的更改后的许可证',
  '計入待同步的變更後的授權',
];

/** So many columns about users, licenses among them and nothing to do with them, are no list. */
const ABOUT_USERS = 3;

function saysWhatIsHeld(headings: readonly string[]): boolean {
  const header = new CsvHeader(headings);
  const roles = headings.map(headingRole);
  // what is to be done with licenses is not what is held
  if (roles.includes('action')) return false;
  if (OURS.some((name) => header.has(name))) return true;
  if (roles.includes('toAssign') || roles.includes('toRevoke')) return false;
  if (HELD_NOW.some((name) => header.has(name))) return true;
  const asks = roles.includes('servicePlansOff');
  const columns = columnsByHeadings(headings).filter((column) => column !== 'aside');
  return !asks && columns.includes('licenses') && columns.length >= ABOUT_USERS;
}

/** Rows end at once: only the header is wanted. */
const noRows: CsvRows = { take: () => undefined, isOver: () => true, finish: () => undefined };

function headingsOf({
  shape,
  columns,
}: ListHeader): Pick<ToldList, 'userHeading' | 'productHeadings'> {
  return {
    userHeading: columns.find(({ use }) => use.kind === 'user')?.heading ?? '',
    productHeadings: columns.flatMap(({ heading, use }) =>
      namesProducts(use, shape) ? [heading] : [],
    ),
  };
}

/** How a file is encoded, as far as its beginning tells: a large file is not read for it. Rejects when it cannot be read. */
export async function encodingOfHead(file: File): Promise<DetectedEncoding> {
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  return detectEncoding(bytes, file.size <= HEAD);
}

/**
 * Tells an assignment list by the headings at its beginning, whatever its name; `named`: every product
 * that any customer may have. A list of users with the licenses that they hold is none.
 *
 * Problems: those of `readCsv`, notRecognised and missingListColumn.
 */
export async function tellList(
  file: File,
  named: readonly NamedProduct[],
): Promise<Result<ToldList, ImportProblem>> {
  const head = file.slice(0, HEAD);
  let detected: DetectedEncoding;
  try {
    detected = await encodingOfHead(file);
  } catch (error) {
    return fail(unreadable(file.name, error));
  }
  const { encoding, confidence } = detected;
  const products = new ProductFinder([], named);
  const found: { header: ListHeader | null } = { header: null };
  const look = await readCsv(
    { name: file.name, size: head.size, stream: () => head.stream() },
    (headings) => {
      if (saysWhatIsHeld(headings)) return fail({ kind: 'notRecognised', file: file.name });
      const list = readListHeader(file.name, headings, products, asHeadingsSay);
      if (!list.ok) return list;
      found.header = list.value;
      return ok(() => noRows);
    },
    { warn: () => undefined, pace: steady, form: { encoding } },
  );
  if (!look.ok) return look;
  if (found.header === null) return fail({ kind: 'notRecognised', file: file.name });
  const { shape } = found.header;
  return ok({ shape, encoding: look.value.encoding, confidence, ...headingsOf(found.header) });
}
