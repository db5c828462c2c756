import { unreachable } from '#base/unreachable.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobWork } from './jobs.ts';
import { backupWork, restoreWork } from '#worker/customers/backup.ts';
import { exportWork } from '#worker/exports/export.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import { ListDesk } from '#worker/lists/list-desk.ts';
import { findTenantsWork } from '#worker/cloud/find-tenants.ts';
import { matchTenantWork } from '#worker/cloud/match-tenant.ts';
import { importNames } from '#worker/licenses/product-names.ts';
import { addTenant, pull } from '#worker/cloud/pull.ts';
import { handOverAgain } from '#worker/handover/hand-over-again.ts';
import { handOver } from '#worker/handover/hand-over.ts';
import { openPlan } from '#worker/handover/open-plan.ts';
import { scriptOutcomes } from '#worker/handover/script-outcomes.ts';
import { makeSamples } from '#worker/customers/samples.ts';

/** The work of every kind of job. */
export function jobWork(desk: Desk): JobWork {
  const imports = new ImportDesk(desk);
  const lists = new ListDesk(desk);
  return (request, paceIn) => {
    switch (request.kind) {
      case 'makeSamples':
        return makeSamples(desk, paceIn('users'));
      case 'readFiles':
        return imports.read(request, paceIn('bytes'));
      case 'import':
        return imports.write(request, paceIn('users'));
      case 'matchList':
        return lists.match(request, paceIn);
      case 'readList':
        return lists.read(request, paceIn);
      case 'planList':
        return lists.plan(request, paceIn('users'));
      case 'pull':
        return pull(desk, request.customerId, paceIn('users'));
      case 'findTenants':
        return findTenantsWork(desk, request.where, paceIn('customers'));
      case 'addTenant':
        return addTenant(desk, request.where, request.tenant, paceIn('users'));
      case 'refusedRows':
        return lists.refusedRows(request, paceIn);
      case 'matchTenant':
        return matchTenantWork(desk, request.customerId, request.tenantId, paceIn('users'));
      case 'handOver':
        return handOver(desk, request, paceIn('users'));
      case 'handOverAgain':
        return handOverAgain(desk, request);
      case 'scriptOutcomes':
        return scriptOutcomes(desk, request, paceIn('bytes'));
      case 'openPlan':
        return openPlan(desk, request);
      case 'importNames':
        return importNames(desk, request.file, paceIn('bytes'));
      case 'backup':
        return backupWork(desk, request.customerId, paceIn('customers'));
      case 'restore':
        return restoreWork(desk, request.file, paceIn('customers'));
      case 'export':
        return exportWork(desk, request, paceIn('rows'));
      default:
        return unreachable(request);
    }
  };
}
