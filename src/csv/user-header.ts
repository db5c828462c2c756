import { fail, ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { LICENSES } from './assignment-headings.ts';
import { looseText } from './loose-text.ts';
import { userColumnOf, type UserColumn } from './user-columns.ts';

/** Where a users CSV comes from. `usersCsv`: nobody knows; its columns are. */
export type UsersCsvKind = 'adminUsersCsv' | 'entraUsersCsv' | 'powerShellUsersCsv' | 'usersCsv';

export interface UserHeader {
  readonly kind: UsersCsvKind;
  /** One for each heading. */
  readonly columns: readonly UserColumn[];
  /** By what the columns are known: their headings, what a person says now, or said of the same headings before. */
  readonly by: 'headings' | 'said' | 'remembered';
  readonly headings: readonly string[];
  /** `headerKey` of the headings. */
  readonly key: string;
  /** The headings by which it was told. */
  readonly told: readonly string[];
  /** The file may as well be an assignment list: it names licenses of users, and nothing says that they are held. */
  readonly mayBeList: boolean;
}

/** What people said before that columns are, by `headerKey`. */
export type Mappings = ReadonlyMap<string, readonly UserColumn[]>;

/** What a person said about the columns, and what they said before. */
export interface ColumnsSaid {
  readonly columns: readonly UserColumn[] | null;
  readonly mappings: Mappings;
}

/** The same for headers that say the same, whatever the case and blanks. */
export const headerKey = (headings: readonly string[]): string =>
  headings.map(looseText).join('\u001F');

/** Columns that only Entra's "Download users" has. */
const ENTRA = [
  'creationtype',
  'identityissuer',
  'directorysynced',
  'invitationstate',
  'consentprovidedforminor',
  'legalagegroupclassification',
  'agegroup',
];
/** Without any of these a file says nothing that is worth an import. */
const TELLING: readonly UserColumn[] = ['displayName', 'licenses', 'usageLocation'];
/** So many headings are named as the reason. */
const NAMED = 3;

function kindOf(headings: readonly string[]): UsersCsvKind {
  if (headings.filter((heading) => ENTRA.includes(looseText(heading))).length >= 2) {
    return 'entraUsersCsv';
  }
  const name = headings.find((heading) => userColumnOf(heading) === 'userPrincipalName') ?? '';
  // names of properties as PowerShell writes them, and labels as the admin center does
  if (/^[A-Z][A-Za-z]+$/.test(name.trim()) && name !== name.toUpperCase()) {
    return 'powerShellUsersCsv';
  }
  return /[\s\u3400-\u9fff]/.test(name.trim()) ? 'adminUsersCsv' : 'usersCsv';
}

/** Columns besides the first of their kind are not read, but for licenses: those have two places. */
function once(columns: readonly UserColumn[]): readonly UserColumn[] {
  return columns.map((column, index) =>
    column !== 'licenses' && columns.indexOf(column) !== index ? 'aside' : column,
  );
}

/** Exports say more of people than a name and `Licenses`; assignment lists do not. */
const isEither = (headings: readonly string[], columns: readonly UserColumn[]): boolean =>
  headings.some((heading) => looseText(heading) === LICENSES) &&
  columns.every((column) => ['userPrincipalName', 'licenses', 'aside'].includes(column));

/** What the headings alone say, though they may not make a header of users. */
export const columnsByHeadings = (headings: readonly string[]): readonly UserColumn[] =>
  once(headings.map(userColumnOf));

/**
 * Tells a users CSV by its headings, or reads its columns as a person says, or said of these headings
 * before. Problems: missingColumn (nearly one), notRecognised.
 */
export function readUserHeader(
  file: string,
  headings: readonly string[],
  { columns: said, mappings }: ColumnsSaid,
): Result<UserHeader, ImportProblem> {
  const key = headerKey(headings);
  const remembered = mappings.get(key);
  const mapped = said ?? remembered;
  if (mapped?.length === headings.length) {
    if (!mapped.includes('userPrincipalName')) {
      return fail({ kind: 'missingColumn', file, column: 'User principal name' });
    }
    const by = said === null ? 'remembered' : 'said';
    return ok({
      kind: kindOf(headings),
      headings,
      columns: once(mapped),
      by,
      key,
      told: [],
      mayBeList: false,
    });
  }
  const columns = columnsByHeadings(headings);
  const known = headings.filter((_, index) => (columns[index] ?? 'aside') !== 'aside');
  if (known.length < 2) return fail({ kind: 'notRecognised', file });
  if (!columns.includes('userPrincipalName')) {
    return fail({ kind: 'missingColumn', file, column: 'User principal name' });
  }
  if (!TELLING.some((column) => columns.includes(column))) {
    return fail({ kind: 'missingColumn', file, column: 'Licenses' });
  }
  const told = known.slice(0, NAMED);
  const mayBeList = isEither(headings, columns);
  return ok({ kind: kindOf(headings), headings, columns, by: 'headings', key, told, mayBeList });
}

/** Words about licenses, as headings of exports have them. */
const LICENSE_WORD = /licen|lizenz|sku|许可证|授權|product|产品|產品/i;

/** Headings that speak of licenses and are not read. */
export const unreadLicenses = ({ headings, columns }: UserHeader): readonly string[] =>
  headings.filter((heading, i) => columns[i] === 'aside' && LICENSE_WORD.test(heading));
