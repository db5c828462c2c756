import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandedPlan } from '../../src/handover/handed-plan.ts';
import { sha256 } from '../../src/base/content-digest.ts';
import { isPlanFile, readPlanFile, writePlanFile } from '../../src/handover/plan-file.ts';
import { planByHand } from './plan-by-hand.ts';

const file = await writePlanFile(planByHand);

/** A digest that says what stands in the file. */
const withDigest = async (content: string): Promise<string> =>
  `${content},\n "digest": "${await sha256(content)}"\n}`;

/** The file with something else in it. */
const changed = (change: (plan: Record<string, unknown>) => void): Promise<string> => {
  const plan = JSON.parse(file) as Record<string, unknown>;
  change(plan);
  const { digest: _digest, ...rest } = plan;
  return withDigest(JSON.stringify(rest).slice(0, -1));
};

describe('a plan file', () => {
  it('gives back the plan that was written', async () => {
    expect(await readPlanFile(file)).toEqual({
      ok: true,
      value: { plan: planByHand, isProven: true },
    });
    expect(isPlanFile(file.slice(0, 200))).toBe(true);
  });

  it('gives back any names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 500 }), async (name) => {
        const plan: HandedPlan = {
          ...planByHand,
          operator: name,
          users: planByHand.users.map((user) => ({ ...user, displayName: name })),
        };
        const written = await writePlanFile(plan);
        expect(await readPlanFile(written)).toEqual({
          ok: true,
          value: { plan: JSON.parse(JSON.stringify(plan)) as HandedPlan, isProven: true },
        });
      }),
    );
  });

  it('that was cut anywhere is none', async () => {
    for (let end = 0; end < file.length; end++) {
      expect(await readPlanFile(file.slice(0, end))).toEqual({
        ok: false,
        error: { kind: 'notAPlan' },
      });
    }
  });

  it('of which one bit is another is never opened, and told as altered', async () => {
    const bytes = new TextEncoder().encode(file);
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect((await readPlanFile(new TextDecoder().decode(flipped))).ok, `bit ${bit}`).toBe(false);
    }
    const renamed = file.replace('李 小龙', '李 小明');
    expect(renamed).not.toBe(file);
    expect(await readPlanFile(renamed)).toEqual({ ok: false, error: { kind: 'altered' } });
  });

  it('of the first version has no digest, and says so', async () => {
    expect(await readPlanFile(await writePlanFile(planByHand, 1))).toEqual({
      ok: true,
      value: { plan: planByHand, isProven: false },
    });
  });

  it('of a newer Seatwise is refused with its version', async () => {
    expect(await readPlanFile(await changed((plan) => (plan['version'] = 3)))).toEqual({
      ok: false,
      error: { kind: 'newerFormat', version: 3 },
    });
  });

  it.each([
    ['a user twice', (plan) => (plan['users'] = [planByHand.users[0], planByHand.users[0]])],
    ['a user with work that is not there', (plan) => (plan['works'] = [])],
    ['a plan without an id', (plan) => (plan['id'] = 'none')],
    ['users that are no list', (plan) => (plan['users'] = { length: 1 })],
  ] satisfies [string, (plan: Record<string, unknown>) => void][])(
    'with %s is none',
    async (_name, change) => {
      expect(await readPlanFile(await changed(change))).toEqual({
        ok: false,
        error: { kind: 'notAPlan' },
      });
    },
  );
});
