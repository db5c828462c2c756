import { describe, expect, it } from 'vitest';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import { en } from '#messages/en.ts';
import type { SwapPreview } from '#plan/preview.ts';
import { swapNotes } from '#routes/customers/[id]/licenses/swap-words.ts';

const swap = {
  from: skuId('from'),
  to: skuId('to'),
  decided: {},
  ifUnknown: 'leaveOut',
} as const;
const off = servicePlanId('off');
const [one, other] = [servicePlanId('one'), servicePlanId('other')];
const effect: SwapPreview = {
  from: swap.from,
  to: swap.to,
  users: 12,
  alreadyHaveTo: 0,
  waits: 0,
  blocked: 0,
  leftOut: 0,
  plansUnknown: 0,
  questions: [],
  servicePlans: [],
  newServicePlans: [],
};

const notes = (
  some: Partial<SwapPreview>,
  ifUnknown: 'leaveOut' | 'allOn' = 'leaveOut',
  chosen = 0,
) => swapNotes(en, { ...effect, ...some }, { ...swap, ifUnknown }, { to: 'Visio Plan 2', chosen });

describe('the notes below a swap', () => {
  it('are none where everybody is simply swapped', () => {
    expect(notes({})).toEqual([]);
    expect(notes({}, 'leaveOut', 2)).toEqual(['2 service plans set by you']);
  });

  it('say who is not swapped, and why', () => {
    expect(notes({ alreadyHaveTo: 1, waits: 2, blocked: 4, leftOut: 3 })).toEqual([
      '1 already holds Visio Plan 2',
      '2 wait for a license',
      '4 skipped for another reason',
      '3 skipped (group)',
    ]);
  });

  it('say what becomes of those whose service plans nobody knows', () => {
    expect(notes({ plansUnknown: 4 })).toEqual(['4 skipped: service plans unknown']);
    expect(notes({ plansUnknown: 4 }, 'allOn')).toEqual(['4 get all service plans on']);
  });

  it('count what is still to be decided, each service plan once', () => {
    const questions = [
      { off, becomes: one, users: 1, decided: null },
      { off: other, becomes: one, users: 1, decided: null },
      { off, becomes: other, users: 1, decided: 'on' as const },
    ];
    expect(notes({ questions })).toEqual([
      '1 service plan to decide: kept off unless you switch it on',
    ]);
  });
});
