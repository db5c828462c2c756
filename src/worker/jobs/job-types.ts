import type { Brand } from '#base/brand.ts';
import type { TextEncoding } from '#csv/text-encoding.ts';
import type { CustomerId, TenantId } from '#customers/customer.ts';
import type { TenantMatch } from '#sync/match-tenant.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type {
  PulledValue,
  PullRefusal,
  TenantSource,
  TenantView,
} from '#worker/cloud/cloud-types.ts';
import type { ExportRequest } from '#worker/exports/export-types.ts';
import type {
  HandOverAgainRequest,
  HandOverRequest,
  HandoverValue,
  OpenPlanRequest,
  ScriptOutcomesRequest,
} from '#worker/handover/handover-types.ts';
import type { FileChoice, ImportSummary } from '#worker/imports/import-types.ts';
import type {
  AssignmentListView,
  ChosenProducts,
  ListId,
  ListMatches,
  ListModeChoice,
  ListPlanView,
} from '#worker/lists/assignment-list-types.ts';

export type JobId = Brand<string, 'JobId'>;

/** What can be started as a job. */
export type JobRequest =
  /** Makes the three sample customers (those not there yet). */
  | { readonly kind: 'makeSamples' }
  /** `choices`: what a person said about files, by their place; nothing where they said nothing. */
  | {
      readonly kind: 'readFiles';
      readonly files: readonly File[];
      readonly choices: readonly FileChoice[];
      readonly locale: string;
    }
  /** Looks up at which customers the users of an assignment list are. */
  | { readonly kind: 'matchList'; readonly file: File; readonly encoding: TextEncoding }
  | {
      readonly kind: 'readList';
      readonly file: File;
      readonly encoding: TextEncoding;
      readonly customerId: CustomerId;
      readonly chosen: ChosenProducts;
      readonly locale: string;
    }
  /** What a list that was read would do; kept for the window, to be reviewed. */
  | {
      readonly kind: 'planList';
      readonly listId: ListId;
      readonly window: string;
      readonly mode: ListModeChoice;
      /** A row number; null when nobody said. */
      readonly knownLastRow: number | null;
      readonly locale: string;
    }
  /** The rows of a list that are not followed, as a file to be mended and imported again. */
  | { readonly kind: 'refusedRows'; readonly listId: ListId; readonly locale: string }
  | {
      readonly kind: 'import';
      readonly importId: string;
      /** Into this customer, or a new one of this name. */
      readonly into:
        | { readonly kind: 'existing'; readonly id: CustomerId }
        | { readonly kind: 'new'; readonly name: string };
      /** The person says that the file is the whole customer: users missing from it are marked gone. */
      readonly wholeCustomer: boolean;
      /** The person says that text which could not be decoded may be imported as it is shown. */
      readonly takesDamage: boolean;
    }
  /** Reads a customer from its cloud: who changed since the last time, or everybody. */
  | { readonly kind: 'pull'; readonly customerId: CustomerId }
  /** Asks which customers the partner has. */
  | { readonly kind: 'findTenants'; readonly where: TenantSource }
  /** Puts a customer that was found on this device, with its users. */
  | {
      readonly kind: 'addTenant';
      readonly where: TenantSource;
      readonly tenant: Omit<TenantView, 'customerId'>;
    }
  /** Compares a customer that came from files with the users of a tenant. */
  | { readonly kind: 'matchTenant'; readonly customerId: CustomerId; readonly tenantId: TenantId }
  | HandOverAgainRequest
  | HandOverRequest
  | ScriptOutcomesRequest
  | OpenPlanRequest
  /** Takes Microsoft's list of names into the catalog. */
  | { readonly kind: 'importNames'; readonly file: File }
  | { readonly kind: 'backup'; readonly customerId: CustomerId | null }
  | { readonly kind: 'restore'; readonly file: File }
  | ExportRequest;

/** What a finished job gives. */
export type JobValue =
  | { readonly kind: 'samples'; readonly customers: readonly CustomerId[] }
  | { readonly kind: 'read'; readonly summary: ImportSummary }
  | { readonly kind: 'listMatched'; readonly matches: ListMatches }
  | { readonly kind: 'listRead'; readonly list: AssignmentListView }
  | { readonly kind: 'listRefused'; readonly problem: ImportProblem }
  /** `added`: products that the app does not name by itself; `leftOut`: rows. */
  | {
      readonly kind: 'namesImported';
      readonly products: number;
      readonly added: number;
      readonly leftOut: number;
    }
  | { readonly kind: 'namesRefused'; readonly problem: ImportProblem }
  | { readonly kind: 'listPlanned'; readonly plan: ListPlanView }
  | {
      readonly kind: 'imported';
      readonly customerId: CustomerId;
      readonly users: number;
      readonly added: number;
      readonly changed: number;
      readonly gone: number;
    }
  | PulledValue
  | { readonly kind: 'pullRefused'; readonly why: PullRefusal }
  | { readonly kind: 'tenants'; readonly tenants: readonly TenantView[] }
  | { readonly kind: 'tenantMatched'; readonly match: TenantMatch }
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  /** Written into the file that was asked for; nothing is left to download. */
  | { readonly kind: 'written'; readonly name: string }
  | HandoverValue
  | { readonly kind: 'restored'; readonly customers: number };

/** Why a job failed, as a typed value; `detail` is for a person who reports a bug. */
export interface JobFailure {
  readonly kind:
    'quota' | 'busy' | 'notABackup' | 'notWritable' | 'tooManyRows' | 'longCell' | 'unexpected';
  readonly detail: string;
}

/** What keeps a job waiting, until when (ms). */
export interface JobWaiting {
  readonly why: 'throttled' | 'unreachable';
  readonly until: number;
}

/** Where a job stands. `total` is null while unknown; `counted` says what `done` counts. */
export interface JobEvent {
  readonly id: JobId;
  readonly request: JobRequest['kind'];
  readonly progress: {
    readonly done: number;
    readonly total: number | null;
    readonly counted: 'bytes' | 'users' | 'rows' | 'customers';
    /** Rows of files that were read so far; null where none are counted beside `done`. */
    readonly rows: number | null;
    /** Null while nothing outside keeps it waiting. */
    readonly waiting: JobWaiting | null;
  };
  readonly end:
    | null
    | { readonly kind: 'done'; readonly value: JobValue }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly failure: JobFailure };
}
