import { Handed, readHandovers } from '#store/handovers.ts';
import type { Desk } from '#worker/desk.ts';
import { handedFile } from './handed-file.ts';
import type { HandOverAgainAsk, HandOverAgainValue } from './handover-types.ts';

/**
 * Makes a lost file again. It is given only if it is the same, byte for byte, and everybody in it is still
 * handed over: another file under its id could do what nobody has looked at.
 */
export async function handOverAgain(
  { db, customers }: Desk,
  { customerId, id }: HandOverAgainAsk,
): Promise<HandOverAgainValue> {
  const { data } = await customers.open(customerId);
  const row = (await readHandovers(db, customerId)).find((one) => one.id === id);
  if (row?.handed.every((one) => one === Handed.out) !== true) return { kind: 'notTheSame' };
  // an older Seatwise made files of the first version
  for (const version of [2, 1] as const) {
    const { name, blob, hash } = await handedFile(data, row, version);
    if (hash === row.fileHash) {
      return { kind: 'handedOver', name, blob, users: row.positions.length };
    }
  }
  return { kind: 'notTheSame' };
}
