import type { TextEncoding } from '#csv/text-encoding.ts';
import type { CustomerId, TenantId } from '#customers/customer.ts';
import type { TenantSource } from '#worker/cloud/cloud-types.ts';
import type { FoundTenant } from '#sync/find-tenants.ts';
import { findTenantsWork } from '#worker/cloud/find-tenants.ts';
import { matchTenantWork } from '#worker/cloud/match-tenant.ts';
import { addTenant, pull } from '#worker/cloud/pull.ts';
import type { BackupAsk, ReadBackupAsk, RestoreAsk } from '#worker/customers/backup-types.ts';
import { backupWork, readBackupWork, restoreWork } from '#worker/customers/backup.ts';
import { makeSamples } from '#worker/customers/samples.ts';
import type { Desk } from '#worker/desk.ts';
import type { ExportAsk } from '#worker/exports/export-types.ts';
import { exportWork } from '#worker/exports/export.ts';
import { handOverAgain } from '#worker/handover/hand-over-again.ts';
import { handOver } from '#worker/handover/hand-over.ts';
import type {
  HandOverAgainAsk,
  HandOverAsk,
  OpenPlanAsk,
} from '#worker/handover/handover-types.ts';
import { openPlan } from '#worker/handover/open-plan.ts';
import { scriptOutcomes } from '#worker/handover/script-outcomes.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import type {
  ImportAsk,
  ImportPartsAsk,
  OpenNamesOfPartsAsk,
  ReadFilesAsk,
  SayNamesAsk,
  WhoGoesAsk,
} from '#worker/imports/import-types.ts';
import { sayNames } from '#worker/imports/write-import.ts';
import { importNames } from '#worker/licenses/product-names.ts';
import type {
  PlanListAsk,
  ReadListAsk,
  RefusedRowsAsk,
} from '#worker/lists/assignment-list-types.ts';
import { ListDesk } from '#worker/lists/list-desk.ts';
import type { PaceIn } from './jobs.ts';

/** The work of every kind of job, by its kind: what it is asked, and what it gives when it is done. */
export function allJobs(desk: Desk) {
  const imports = new ImportDesk(desk);
  const lists = new ListDesk(desk);
  return {
    /** Makes the three sample customers (those not there yet). */
    makeSamples: (_ask: object, paceIn: PaceIn) => makeSamples(desk, paceIn('users')),

    readFiles: (ask: ReadFilesAsk, paceIn: PaceIn) => imports.read(ask, paceIn('bytes')),

    whoGoes: (ask: WhoGoesAsk, paceIn: PaceIn) => imports.whoGoes(ask, paceIn('users')),

    import: (ask: ImportAsk, paceIn: PaceIn) => imports.write(ask, paceIn('users')),

    importParts: (ask: ImportPartsAsk, paceIn: PaceIn) => imports.writeParts(ask, paceIn('users')),

    /** The names in files of several customers that are to be asked about. */
    openNames: (ask: OpenNamesOfPartsAsk, paceIn: PaceIn) =>
      imports.openNames(ask, paceIn('customers')),

    /** Takes a person's word for names that were left open at a customer. */
    sayNames: (ask: SayNamesAsk, paceIn: PaceIn) => sayNames(desk, ask, paceIn('users')),

    /** Looks up at which customers the users of an assignment list are. */
    matchList: (ask: { readonly file: File; readonly encoding: TextEncoding }, paceIn: PaceIn) =>
      lists.match(ask, paceIn),

    readList: (ask: ReadListAsk, paceIn: PaceIn) => lists.read(ask, paceIn),

    /** What a list that was read would do; kept for the window, to be reviewed. */
    planList: (ask: PlanListAsk, paceIn: PaceIn) => lists.plan(ask, paceIn('users')),

    /** The rows of a list that are not followed, as a file to be mended and imported again. */
    refusedRows: (ask: RefusedRowsAsk, paceIn: PaceIn) => lists.refusedRows(ask, paceIn),

    /** Reads a customer from its cloud: who changed since the last time, or everybody. */
    pull: ({ customerId }: { readonly customerId: CustomerId }, paceIn: PaceIn) =>
      pull(desk, customerId, paceIn('users')),

    /** Asks which customers the partner has. */
    findTenants: ({ where }: { readonly where: TenantSource }, paceIn: PaceIn) =>
      findTenantsWork(desk, where, paceIn('customers')),

    /** Puts a customer that was found on this device, with its users. */
    addTenant: (
      ask: { readonly where: TenantSource; readonly tenant: FoundTenant },
      paceIn: PaceIn,
    ) => addTenant(desk, ask.where, ask.tenant, paceIn('users')),

    /** Compares a customer that came from files with the users of a tenant. */
    matchTenant: (
      ask: { readonly customerId: CustomerId; readonly tenantId: TenantId },
      paceIn: PaceIn,
    ) => matchTenantWork(desk, ask.customerId, ask.tenantId, paceIn('users')),

    /** Makes the file, and marks everybody in it as handed over. */
    handOver: (ask: HandOverAsk, paceIn: PaceIn) => handOver(desk, ask, paceIn('users')),

    /** Makes the file of a handover once more: the same, or none. */
    handOverAgain: (ask: HandOverAgainAsk) => handOverAgain(desk, ask),

    /** Reads what a script wrote, and ends by it whoever is handed over. */
    scriptOutcomes: ({ file }: { readonly file: File }, paceIn: PaceIn) =>
      scriptOutcomes(desk, file, paceIn('bytes')),

    /** Reads a plan file, and keeps what it wants for the window, to be reviewed. */
    openPlan: (ask: OpenPlanAsk) => openPlan(desk, ask),

    /** Takes Microsoft's list of names into the catalog. */
    importNames: ({ file }: { readonly file: File }, paceIn: PaceIn) =>
      importNames(desk, file, paceIn('bytes')),

    /** Some customers, or everything, as a file. */
    backup: (ask: BackupAsk, paceIn: PaceIn) => backupWork(desk, ask, paceIn),

    /** Looks into a backup, and at what it would replace. */
    readBackup: (ask: ReadBackupAsk, paceIn: PaceIn) => readBackupWork(desk, ask, paceIn('bytes')),

    /** Puts the customers of a backup back, if what they replace is as the person saw it. */
    restore: (ask: RestoreAsk, paceIn: PaceIn) => restoreWork(desk, ask, paceIn('bytes')),

    /** Writes a table as a file: its headings and words are in the language `locale`. */
    export: (ask: ExportAsk, paceIn: PaceIn) => exportWork(desk, ask, paceIn('rows')),
  };
}
