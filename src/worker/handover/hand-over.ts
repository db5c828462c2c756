import type { Pace } from '#base/pace.ts';
import { type HandedPlanId, handedWorks } from '#handover/handed-plan.ts';
import { freedBy, isRevocation, type Work } from '#plan/operation.ts';
import { Handed } from '#store/handovers.ts';
import { sendableWorks } from '#store/kept-back.ts';
import { writeHandover } from '#store/write-handover.ts';
import type { Desk } from '#worker/desk.ts';
import { askedFor } from '#worker/exports/asked-for.ts';
import { handedFile } from './handed-file.ts';
import type { HandOverAsk, HandOverValue } from './handover-types.ts';

/** As sync does it: revocations first, then swaps, so that there are licenses for those who get one. */
const rankOf = (work: Work): number => (isRevocation(work) ? 0 : freedBy(work).length > 0 ? 1 : 2);

/**
 * Makes the file of whom is asked for, as far as they would be sent now. They are marked before the file
 * leaves: whoever has it may carry it out, and nothing is sent twice.
 */
export async function handOver(
  desk: Desk,
  { customerId, as, to, operator, whom, version }: HandOverAsk,
  pace: Pace,
): Promise<HandOverValue> {
  const { db, customers, now } = desk;
  const open = await customers.open(customerId);
  const { data } = open;
  if (data.customer.version !== version) return { kind: 'notHandedOver', why: 'stale' };
  const isAskedFor = await askedFor(desk, open, whom);
  const works = (await sendableWorks(db, data))
    .filter(({ position }) => isAskedFor(position))
    .sort((one, other) => rankOf(one) - rankOf(other));
  if (works.length === 0) return { kind: 'notHandedOver', why: 'nothing' };
  if (pace.due()) await pace.rest(0, works.length);
  const shared = handedWorks(works);
  const row = {
    customerId,
    id: crypto.randomUUID() as HandedPlanId,
    kind: as,
    to,
    operator,
    at: now(),
    through: data.lastSequence,
    works: shared.works,
    positions: Uint32Array.from(works, ({ position }) => position),
    workOf: Uint32Array.from(shared.workOf),
    handed: Uint8Array.from(works, () => Handed.out),
  };
  const { name, blob, hash } = await handedFile(data, row);
  const written = await writeHandover(db, { ...row, fileName: name, fileHash: hash }, version);
  if (!written.ok) return { kind: 'notHandedOver', why: 'stale' };
  await customers.keepUp(customerId, written.value.version);
  return { kind: 'handedOver', name, blob, users: works.length };
}
