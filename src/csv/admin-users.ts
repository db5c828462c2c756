import { isInvited } from '#graph/users.ts';
import { readGuid } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import {
  LOCATION_NONE,
  LOCATION_UNKNOWN,
  readLocation,
  type LocationCode,
} from '#users/usage-location.ts';
import { countryNames } from './country-names.ts';
import type { CsvHeader } from './csv-header.ts';
import type { CsvContext, CsvKind } from './csv-kind.ts';
import type { CsvRows } from './csv-rows.ts';
import { LicenseCells } from './license-cell.ts';
import { looseText } from './loose-text.ts';
import { readTruth } from './truth-words.ts';
import { UnclearNames } from './unclear-names.ts';

/** Headings of "Export users" in the Microsoft 365 admin center; the set and order follow the view in use. */
const UPN = 'User principal name';
const DISPLAY_NAME = 'Display name';
const LICENSES = 'Licenses';
/** Some exports have the product names here, with `Licenses` empty. */
const LICENSE_DETAILS = 'License assignment details';
const OBJECT_ID = 'Object Id';
const LOCATION = 'Usage location';
const BLOCKED = 'Block credential';
const DEPARTMENT = 'Department';
const ADDRESSES = 'Proxy addresses';

const ALL = [
  ...[UPN, DISPLAY_NAME, LICENSES, LICENSE_DETAILS, OBJECT_ID],
  ...[LOCATION, BLOCKED, DEPARTMENT, ADDRESSES],
];

function missingColumns(header: CsvHeader): readonly string[] | null {
  if (ALL.filter((name) => header.has(name)).length < 2) return null;
  if (!header.has(UPN)) return [UPN];
  return [DISPLAY_NAME, LICENSES, LICENSE_DETAILS].some((name) => header.has(name))
    ? []
    : [LICENSES];
}

/** The primary address (`SMTP:` in capitals) of a list like `SMTP:a@x.com+smtp:b@x.com`; '' when it has none. */
export function primaryAddress(cell: string): string {
  const addresses = cell.split(/[+;,\s](?=[A-Za-z][A-Za-z0-9]*:)/);
  const primary = addresses.find((address) => address.trimStart().startsWith('SMTP:'));
  return primary?.trim().slice('SMTP:'.length) ?? '';
}

/** Reads one file's rows; a value that is not understood is warned of and kept as unknown. */
class AdminUsersRows implements CsvRows {
  readonly #context: CsvContext;
  readonly #column: Readonly<Record<string, number | null>>;
  readonly #cells: LicenseCells;
  readonly #unclear: UnclearNames;
  readonly #countries = countryNames();

  constructor(header: CsvHeader, context: CsvContext) {
    this.#context = context;
    this.#column = Object.fromEntries(ALL.map((name) => [name, header.indexOf(name)]));
    this.#cells = new LicenseCells(context.names);
    this.#unclear = new UnclearNames(context);
    for (const column of header.repeated) this.#warnOf(context.headerRow, column, column);
  }

  readonly take = (cells: readonly string[], row: number): void => {
    const userPrincipalName = this.#text(cells, UPN)?.trim() ?? '';
    if (!userPrincipalName.includes('@')) {
      this.#warnOf(row, UPN, userPrincipalName);
      return;
    }
    const { file, roster } = this.#context;
    roster.add(
      {
        objectId: this.#read(cells, row, OBJECT_ID, readGuid, null),
        userPrincipalName,
        displayName: this.#text(cells, DISPLAY_NAME),
        department: this.#text(cells, DEPARTMENT),
        mail: this.#mail(cells),
        usageLocation: this.#location(cells, row),
        blocked: this.#read(cells, row, BLOCKED, readTruth, null),
        guest: isInvited(userPrincipalName) ? true : null,
        licenses: this.#licenses(cells, row),
      },
      { kind: 'csv', file, row },
    );
  };

  readonly finish = (): void => this.#unclear.finish();

  #warnOf(row: number, column: string, value: string): void {
    const { file, warn } = this.#context;
    warn({ kind: 'badValue', file, row, column, value: value.slice(0, 100) });
  }

  /** The cell, or null when the file has no such column. */
  #text(cells: readonly string[], name: string): string | null {
    const index = this.#column[name] ?? null;
    return index === null ? null : (cells[index] ?? '');
  }

  /** What a filled cell means; `unknown` without one, and with a warning when it means nothing. */
  #read<T, Unknown>(
    cells: readonly string[],
    row: number,
    name: string,
    meaning: (text: string) => T | null,
    unknown: Unknown,
  ): T | Unknown {
    const text = this.#text(cells, name)?.trim() ?? '';
    if (text === '') return unknown;
    const value = meaning(text);
    if (value !== null) return value;
    this.#warnOf(row, name, text);
    return unknown;
  }

  #location(cells: readonly string[], row: number): LocationCode {
    const text = this.#text(cells, LOCATION);
    if (text?.trim() === '') return LOCATION_NONE;
    const meaning = (value: string): LocationCode | null =>
      readLocation(value) ?? this.#countries.get(looseText(value)) ?? null;
    return this.#read(cells, row, LOCATION, meaning, LOCATION_UNKNOWN);
  }

  #mail(cells: readonly string[]): string | null {
    const addresses = this.#text(cells, ADDRESSES);
    return addresses === null ? null : primaryAddress(addresses);
  }

  #licenses(cells: readonly string[], row: number): LicenseSet | null {
    const names = this.#text(cells, LICENSES);
    const details = this.#text(cells, LICENSE_DETAILS);
    const fromDetails = (names ?? '').trim() === '' && details !== null;
    const text = fromDetails ? details : names;
    if (text === null) return null;
    const { licenses, unclear } = this.#cells.read(text);
    this.#unclear.count(unclear, fromDetails ? LICENSE_DETAILS : LICENSES, row);
    return licenses;
  }
}

/** The users CSV that the Microsoft 365 admin center exports, with English headings. */
export const adminUsers: CsvKind = {
  kind: 'adminUsersCsv',
  missing: missingColumns,
  open: (header, context) => new AdminUsersRows(header, context),
};
