import type { CsvChoice } from '#csv/csv-choice.ts';
import type { CustomerFiles } from '#csv/read-customer-files.ts';
import type { CustomerFileKind, ReadFile } from '#csv/read-file.ts';
import type { ToldList } from '#csv/tell-list.ts';
import type { UnclearListName } from '#csv/unclear-list-names.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { WrittenBatch } from '#store/write-batch.ts';
import type { JobFailed } from '#worker/jobs/job-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';

/** What a file turned out to be. */
export type FileKind =
  CustomerFileKind | 'assignmentList' | 'productNames' | 'backup' | 'planFile' | 'scriptOutcomes';

/** As what a file is read. */
export type FileReading = 'customerData' | 'assignmentList' | 'productNames';

/** How a person says that a file is to be read; null where it is to be told from the file. */
export interface FileChoice extends CsvChoice {
  readonly as: FileReading | null;
}

export interface ImportedFile extends Omit<ReadFile, 'kind'> {
  readonly kind: FileKind | null;
  /** By what an assignment list was known; null for other files. */
  readonly list: ToldList | null;
  /** Of an Excel workbook: the sheet that was read, and the text that it was read as. */
  readonly workbook: { readonly sheet: string; readonly text: File } | null;
}

/** `choices`: what a person said about files, by their place; nothing where they said nothing. */
export interface ReadFilesAsk {
  readonly files: readonly File[];
  readonly choices: readonly FileChoice[];
  readonly locale: LocaleTag;
}

export interface ImportAsk {
  readonly importId: string;
  /** Into this customer, or a new one of this name. */
  readonly into:
    | { readonly kind: 'existing'; readonly id: CustomerId }
    | { readonly kind: 'new'; readonly name: string };
  /** The person says that the file is the whole customer: users missing from it are marked gone. */
  readonly wholeCustomer: boolean;
  /** The person says that text which could not be decoded may be imported as it is shown. */
  readonly takesDamage: boolean;
  /** The person says that files which may as well be assignment lists say what users hold. */
  readonly takesAsHeld: boolean;
  /** What a person said that names in the files mean; it holds for this customer's next files, too. */
  readonly meanings: readonly NameMeaning[];
}

/** Which product a name means. */
export interface NameMeaning {
  readonly name: string;
  readonly skuId: SkuId;
}

/** Names in files that mean no one product of the customer, and its products by name, with those of these names. */
export interface OpenNamesView {
  readonly names: readonly UnclearListName[];
  readonly products: readonly NameMeaning[];
}

/** What a person says that names mean which users of a customer hold. */
export interface SayNamesAsk extends Pick<ImportAsk, 'meanings'> {
  readonly customerId: CustomerId;
}

export interface WhoGoesAsk extends Pick<ImportAsk, 'importId' | 'meanings'> {
  readonly customerId: CustomerId;
  /** Only the users of these domains; null: all. */
  readonly domains: readonly string[] | null;
}

/** Who would be marked as gone; `pending`: those of them for whom something is planned. */
export interface WhoGoes {
  readonly users: number;
  readonly pending: number;
  /** Users of the customer of whom something would differ, whoever goes. */
  readonly changed: number;
}

/** A domain of users in files of several customers. */
export interface FoundDomain {
  readonly domain: string;
  readonly users: number;
  /** The customers on this device that have users of it. */
  readonly customers: readonly CustomerId[];
}

/** Files of several customers: which of their domains go where. Users of other domains are left out. */
export interface ImportPartsAsk extends Pick<
  ImportAsk,
  'importId' | 'takesDamage' | 'takesAsHeld' | 'meanings'
> {
  readonly parts: readonly {
    readonly into: ImportAsk['into'];
    readonly domains: readonly string[];
  }[];
}

/** Which names in files of several customers are to be asked about. */
export interface OpenNamesOfPartsAsk extends Pick<ImportPartsAsk, 'importId' | 'parts'> {
  readonly locale: LocaleTag;
}

/** How each of the parts ended, in their order; the others are imported where one failed. */
export interface ImportedParts {
  readonly parts: readonly (ImportedValue | JobFailed)[];
}

/** Nothing was imported: of these files nobody said whether they are assignment lists. */
export interface ImportUnanswered {
  readonly kind: 'mayBeLists';
  readonly files: readonly string[];
}

/** What an import brought. */
export type ImportedValue = WrittenBatch;

/** The first users as they will be read. Null: not in the files; empty: they say that there is none. */
export interface SampleUser {
  readonly displayName: string | null;
  readonly userPrincipalName: string;
  readonly usageLocation: string | null;
  readonly licenses: readonly string[] | null;
}

/** What reading files found, before anything is kept. Problems that are `fatal` stop the import. */
export interface ImportSummary extends Pick<
  CustomerFiles,
  'isWhole' | 'fatal' | 'warnings' | 'warningCount'
> {
  readonly importId: string;
  readonly files: readonly ImportedFile[];
  readonly users: number;
  /** Users whose accounts are deleted: they are not among `users`. */
  readonly deleted: number;
  readonly products: number;
  readonly suggestedName: string;
  readonly tenantId: string | null;
  readonly sample: readonly SampleUser[];
  /** The customer these files most likely belong to (same tenant, or most users in common). */
  readonly suggestedCustomer: CustomerId | null;
  /** The domains of the users, most users first, where they may be of several customers; else empty. */
  readonly domains: readonly FoundDomain[];
}
