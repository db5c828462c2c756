import type { Pace } from '#base/pace.ts';
import { handedWorks, type HandedPlan, type HandedPlanId } from '#handover/handed-plan.ts';
import { writePlanFile } from '#handover/plan-file.ts';
import { powerShellScript } from '#handover/power-shell-script.ts';
import type { Work } from '#plan/operation.ts';
import { Handed } from '#store/handovers.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { sendableWorks } from '#store/sendable.ts';
import { writeHandover } from '#store/write-handover.ts';
import { objectIdOf } from '#users/ids.ts';
import type { Desk } from '#worker/commands/commands.ts';
import type { HandOverRequest } from '#worker/handover-types.ts';
import type { JobValue } from '#worker/job-types.ts';

async function sha256(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function planOf(
  { customer, table }: LoadedCustomer,
  works: readonly Work[],
  made: Pick<HandedPlan, 'id' | 'madeAt' | 'operator'>,
): HandedPlan {
  const { name, defaultDomain, tenantId, dataAt } = customer;
  const shared = handedWorks(works);
  return {
    ...made,
    customer: { name, defaultDomain, tenantId },
    dataAt,
    works: shared.works,
    users: works.map(({ userId, position }, i) => ({
      objectId: objectIdOf(userId) ?? '',
      userPrincipalName: table.texts.userPrincipalName[position] ?? '',
      displayName: table.texts.displayName[position] ?? '',
      work: shared.workOf[i] ?? 0,
    })),
  };
}

/**
 * Makes the file of everybody who would be sent now. They are marked before the file leaves: whoever has
 * it may carry it out, and nothing is sent twice.
 */
export async function handOver(
  { db, customers, now }: Desk,
  { customerId, as, to, operator, version }: HandOverRequest,
  pace: Pace,
): Promise<JobValue> {
  const { data } = await customers.open(customerId);
  if (data.customer.version !== version) return { kind: 'notHandedOver', why: 'stale' };
  const works = await sendableWorks(db, data);
  if (works.length === 0) return { kind: 'notHandedOver', why: 'nothing' };
  if (pace.due()) await pace.rest(0, works.length);
  const id = crypto.randomUUID() as HandedPlanId;
  const plan = planOf(data, works, { id, madeAt: now(), operator });
  const isScript = as === 'script';
  const blob = new Blob([isScript ? powerShellScript(plan) : writePlanFile(plan)], {
    type: isScript ? 'text/plain;charset=utf-8' : 'application/json',
  });
  const name = `seatwise-plan-${id}.${isScript ? 'ps1' : 'json'}`;
  const row = {
    ...{ customerId, id, kind: as, to, operator, at: plan.madeAt },
    ...{ fileName: name, fileHash: await sha256(blob), through: data.lastSequence },
    works: plan.works,
    positions: Uint32Array.from(works, ({ position }) => position),
    workOf: Uint32Array.from(plan.users, ({ work }) => work),
    standing: Uint8Array.from(works, () => Handed.out),
  };
  const written = await writeHandover(db, row, version);
  if (!written.ok) return { kind: 'notHandedOver', why: 'stale' };
  await customers.keepUp(customerId, written.value.version);
  return { kind: 'handedOver', name, blob, users: works.length };
}
