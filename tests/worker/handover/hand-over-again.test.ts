// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { handOverAgain } from '#worker/handover/hand-over-again.ts';
import { C1, imported, sampleBatch } from '../../store/open-store.ts';
import { handed, outcomesFile, planned, readOutcomes } from './handing.ts';

describe('a file that was lost', () => {
  it.each(['script', 'planFile'] as const)('is made again as a %s, byte for byte', async (as) => {
    const desk = await planned();
    const { row, bytes } = await handed(desk, as);
    const again = () => handOverAgain(desk, { customerId: C1, id: row.id });
    const value = await again();
    if (value.kind !== 'handedOver') throw new Error(value.kind);
    expect(new Uint8Array(await value.blob.arrayBuffer())).toEqual(new Uint8Array(bytes));
    expect(value.name).toBe(row.fileName);

    // another name, and the file would be another
    const batch = sampleBatch(20);
    const users = batch.users!.map((user, i) =>
      i === 1
        ? { ...user, userPrincipalName: 'married@contoso.com', displayName: 'Married' }
        : user,
    );
    await imported(desk.db, C1, { ...batch, users });
    await desk.customers.reload(C1);
    expect(await again()).toEqual({ kind: 'notTheSame' });
  });

  it('is not made again once somebody in it is sent from here', async () => {
    const desk = await planned();
    const { row } = await handed(desk);
    await readOutcomes(desk, outcomesFile(row.id, [[1, 'skipped']]));
    const request = { customerId: C1, id: row.id } as const;
    expect(await handOverAgain(desk, request)).toEqual({ kind: 'notTheSame' });
  });
});
