import type { Warn } from '#graph/read-shape.ts';
import { isInvited } from '#graph/users.ts';
import { readGuid } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import { isDeletionStamp, nameBeforeDeletion } from '#users/deleted-user.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { userWithin } from '#users/name-text.ts';
import {
  LOCATION_NONE,
  LOCATION_UNKNOWN,
  readLocation,
  type LocationCode,
} from '#users/usage-location.ts';
import { countryNames } from './read-country.ts';
import { CsvHeader } from './csv-header.ts';
import type { CsvRows } from './csv-rows.ts';
import { LicenseCells } from './license-cell.ts';
import { isTypeName } from './license-text.ts';
import { namesSeveral } from './list-row.ts';
import { looseText } from './loose-text.ts';
import type { ProductNames } from './product-names.ts';
import { isNotInFile } from './not-in-file.ts';
import { readTruth } from './truth-words.ts';
import { UnclearNames } from './unclear-names.ts';
import type { UserColumn } from './user-columns.ts';
import type { UserRoster } from './user-roster.ts';

/** Some exports have the product names here, with `Licenses` empty. */
const LICENSE_DETAILS = 'license assignment details';

/** Where more texts differ, few users share one. */
const MOST_SHARED = 10_000;

/** A name in quotes, as mail programs write it before an address. */
const QUOTED_LABEL = /^"[^"]*"(?=\s*<)/;

/** What rows of a users CSV are read with, and where what they say goes. */
export interface UserRowsContext {
  readonly file: string;
  /** In which row the header stands, from 1. */
  readonly headerRow: number;
  readonly headings: readonly string[];
  readonly columns: readonly UserColumn[];
  readonly names: ProductNames;
  /** Each license set that was read, with its names as they stand; sets are added. */
  readonly named: Map<LicenseSet, LicenseSet>;
  readonly roster: UserRoster;
  readonly warn: Warn;
}

/** The primary address (`SMTP:` in capitals) of a list like `SMTP:a@x.com+smtp:b@x.com`; '' when it has none. */
export function primaryAddress(cell: string): string {
  const addresses = cell.split(/[+;,\s](?=[A-Za-z][A-Za-z0-9]*:)/);
  const primary = addresses.find((address) => address.trimStart().startsWith('SMTP:'));
  return primary?.trim().slice('SMTP:'.length) ?? '';
}

/** Reads one file's rows; a value that is not understood is warned of and kept as unknown. */
export class UserRows implements CsvRows {
  readonly #context: UserRowsContext;
  readonly #places: ReadonlyMap<UserColumn, readonly number[]>;
  readonly #cells: LicenseCells;
  readonly #unclear: UnclearNames;
  readonly #countries = countryNames();
  readonly #texts = new Map<string, string>();
  #typed: Extract<ImportProblem, { kind: 'typeNames' }> | null = null;

  constructor(context: UserRowsContext) {
    this.#context = context;
    const places = new Map<UserColumn, number[]>();
    for (const [index, column] of context.columns.entries()) {
      places.set(column, [...(places.get(column) ?? []), index]);
    }
    const isDetails = (place: number): boolean =>
      looseText(context.headings[place] ?? '') === LICENSE_DETAILS;
    places.get('licenses')?.sort((a, b) => Number(isDetails(a)) - Number(isDetails(b)));
    this.#places = places;
    this.#cells = new LicenseCells(context.names);
    this.#unclear = new UnclearNames(context);
    const { repeated } = new CsvHeader(context.headings);
    for (const heading of repeated) this.#warnOf(context.headerRow, heading, heading);
  }

  readonly take = (cells: readonly string[], row: number): void => {
    const who = this.#text(cells, 'userPrincipalName')?.trim() ?? '';
    const userPrincipalName = userWithin(who);
    // a quote inside stands where a cell begins or ends that was not written as one
    const isBroken = who.replace(QUOTED_LABEL, '').includes('"');
    if (!userPrincipalName.includes('@') || isBroken || namesSeveral(who)) {
      this.#context.roster.leftOut++;
      this.#warnOf(row, this.#heading('userPrincipalName'), who);
      return;
    }
    const { file, roster } = this.#context;
    const objectId = this.#read({ cells, row, column: 'objectId' }, readGuid, null);
    if (this.#isDeleted(cells, row)) {
      const before = nameBeforeDeletion(userPrincipalName, objectId);
      roster.addDeleted({ objectId, userPrincipalName: before });
      return;
    }
    roster.add(
      {
        objectId,
        userPrincipalName,
        displayName: this.#text(cells, 'displayName'),
        department: this.#shared(this.#text(cells, 'department')),
        mail: this.#mail(cells, userPrincipalName),
        usageLocation: this.#location(cells, row),
        blocked: this.#blocked(cells, row),
        guest: this.#guest(cells, userPrincipalName),
        licenses: this.#licenses(cells, row),
      },
      { kind: 'csv', file, row },
    );
  };

  readonly takesCut = true as const;

  readonly leaveOut = (): void => {
    this.#context.roster.leftOut++;
  };

  readonly finish = (): void => {
    this.#unclear.finish();
    if (this.#typed !== null) this.#context.warn(this.#typed);
  };

  #warnOf(row: number, column: string, value: string): void {
    const { file, warn } = this.#context;
    warn({ kind: 'badValue', file, row, column, value: value.slice(0, 100) });
  }

  /** The heading of the first column that is read as this. */
  #heading(column: UserColumn): string {
    return this.#context.headings[this.#places.get(column)?.[0] ?? -1] ?? '';
  }

  /** The cell, or null when the file has no such column. */
  #text(cells: readonly string[], column: UserColumn): string | null {
    const index = this.#places.get(column)?.[0];
    return index === undefined ? null : (cells[index] ?? '');
  }

  /** What a filled cell means; `unknown` without one, and with a warning when it means nothing. */
  #read<T, Unknown>(
    {
      cells,
      row,
      column,
    }: { readonly cells: readonly string[]; readonly row: number; readonly column: UserColumn },
    meaning: (text: string) => T | null,
    unknown: Unknown,
  ): T | Unknown {
    const text = this.#text(cells, column)?.trim() ?? '';
    if (text === '') return unknown;
    const value = meaning(text);
    if (value !== null) return value;
    this.#warnOf(row, this.#heading(column), text);
    return unknown;
  }

  #location(cells: readonly string[], row: number): LocationCode {
    const text = this.#text(cells, 'usageLocation');
    if (text?.trim() === '') return LOCATION_NONE;
    if (text !== null && isNotInFile(text)) return LOCATION_UNKNOWN;
    const meaning = (value: string): LocationCode | null =>
      readLocation(value) ?? this.#countries.get(looseText(value)) ?? null;
    return this.#read({ cells, row, column: 'usageLocation' }, meaning, LOCATION_UNKNOWN);
  }

  /** One text for all users who have the same: a million users have few departments. */
  #shared(text: string | null): string | null {
    if (text === null) return null;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size < MOST_SHARED) this.#texts.set(text, text);
    return text;
  }

  #mail(cells: readonly string[], userPrincipalName: string): string | null {
    const mail = this.#text(cells, 'mail');
    if (mail !== null && mail.trim() !== '') {
      const address = userWithin(mail);
      // of most users both are one text
      return address === userPrincipalName ? userPrincipalName : address;
    }
    const addresses = this.#text(cells, 'addresses');
    return addresses === null ? mail : primaryAddress(addresses);
  }

  #blocked(cells: readonly string[], row: number): boolean | null {
    const blocked = this.#read({ cells, row, column: 'blocked' }, readTruth, null);
    const enabled = this.#read({ cells, row, column: 'enabled' }, readTruth, null);
    return blocked ?? (enabled === null ? null : !enabled);
  }

  /** A clear yes or no counts more than a time. */
  #isDeleted(cells: readonly string[], row: number): boolean {
    const said = this.#read({ cells, row, column: 'isDeleted' }, readTruth, null);
    return said ?? this.#read({ cells, row, column: 'deletedAt' }, isDeletionStamp, false);
  }

  #guest(cells: readonly string[], userPrincipalName: string): boolean | null {
    const type = looseText(this.#text(cells, 'userType') ?? '');
    if (type === 'guest' || isInvited(userPrincipalName)) return true;
    return type === 'member' ? false : null;
  }

  /** Of two columns with licenses the first that says something counts. */
  #licenses(cells: readonly string[], row: number): LicenseSet | null {
    const places = this.#places.get('licenses') ?? [];
    const place = places.find((index) => (cells[index] ?? '').trim() !== '') ?? places[0];
    if (place === undefined) return null;
    const text = cells[place] ?? '';
    const column = this.#context.headings[place] ?? '';
    if (isTypeName(text)) {
      this.#countTypeName(column, row, text);
      return null;
    }
    if (isNotInFile(text)) return null;
    const { licenses, named, unclear } = this.#cells.read(text);
    this.#context.named.set(licenses, named);
    this.#unclear.count(unclear, column, row);
    return licenses;
  }

  #countTypeName(column: string, row: number, value: string): void {
    const { file } = this.#context;
    const first = this.#typed ?? { row, value: value.slice(0, 100), rows: 0 };
    this.#typed = { ...first, kind: 'typeNames', file, column, rows: first.rows + 1 };
  }
}
