import { describe, expect, it } from 'vitest';
import { catalogPart } from '../../../src/sandbox/catalog-part.ts';
import { readMood } from '../../../src/sandbox/cloud/cloud-shapes.ts';
import { calmMood } from '../../../src/sandbox/cloud/cloud-mood.ts';
import { graphProvider } from '../../../src/sync/graph-provider.ts';
import { userId } from '../../../src/users/ids.ts';
import { clinicCloud } from './clinic-cloud.ts';

const POWER_BI = catalogPart('POWER_BI_PRO').skuId;

describe('what has ended in the sandbox', () => {
  it('a subscription: its product is not owned, and the refusal names it', async () => {
    const { wire, user } = await clinicCloud({ endedProduct: POWER_BI });
    const asked = new Request(`${wire.base}subscribedSkus`, {
      headers: { Authorization: `Bearer ${(await wire.tokens.token()) ?? ''}` },
    });
    const { value } = (await (await wire.fetch(asked)).json()) as { value: { skuId: string }[] };
    expect(value.length).toBeGreaterThan(5);
    expect(value.map(({ skuId }) => skuId)).not.toContain(POWER_BI);
    const provider = graphProvider(wire);
    const id = userId(user('zoe.vandermeer').id);
    const give = (skuId: typeof POWER_BI) => ({
      ...({ kind: 'licenses', userId: id, remove: [] } as const),
      add: [{ skuId, disabledPlans: [] }],
    });
    expect(await provider.send([give(POWER_BI)], () => true)).toMatchObject({
      value: [{ kind: 'refused', reason: 'notOwned', skuId: POWER_BI }],
    });
    const free = catalogPart('FLOW_FREE').skuId;
    expect(await provider.send([give(free)], () => true)).toEqual({
      ok: true,
      value: [{ kind: 'done' }],
    });
  });

  it('the access: everything is refused, whoever asks for whatever', async () => {
    const { wire, user, kept } = await clinicCloud({ accessEnded: true });
    const provider = graphProvider(wire);
    const ids = ['zoe.vandermeer', 'kofi.mensah'].map((name) => userId(user(name).id));
    const raw: unknown = expect.stringMatching(/Insufficient privileges/);
    expect(await provider.read(ids)).toEqual({ ok: false, error: { kind: 'noAccess', raw } });
    // to a change it may be about its user: the engine reads again to tell
    const sent = await provider.send(
      [{ kind: 'location', userId: ids[0]!, location: 17_477 }],
      () => true,
    );
    expect(sent).toMatchObject({ value: [{ kind: 'refused', reason: 'forbidden', raw }] });
    expect(kept).toEqual([]);
  });

  it('is not in what was stored before it was known', () => {
    const { accessEnded: _access, endedProduct: _product, ...old } = calmMood;
    expect(readMood({ ...old, latency: 3_000 })).toEqual({ ...calmMood, latency: 3_000 });
  });
});
