import { describe, expect, it } from 'vitest';
import { addDraft } from '#plan/add-draft.ts';
import { applyPreset } from '#plan/apply-preset.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { namedIn, type Preset, type PresetId } from '#plan/preset.ts';
import { draftOf, line, planId, product, servicePlan, sku } from './by-hand.ts';

/** A preset of a customer where products are called `A here` and service plans `mail here`. */
const presetOf = (draft: Draft): Preset => ({
  id: 'preset' as PresetId,
  name: 'New hire',
  draft,
  products: [...namedIn(draft)].map(([skuId, plans]) => ({
    skuId,
    name: `${skuId} there`,
    skuPartNumber: `PART_${skuId}`,
    servicePlans: Object.fromEntries(plans.map((id) => [id, `${id} there`])),
  })),
  savedAt: 1,
  operator: 'Kim',
});

const swap = (from: string, to: string, decided: Record<string, 'on' | 'off'> = {}) => ({
  from: sku(from),
  to: sku(to),
  ifUnknown: 'leaveOut' as const,
  decided: Object.fromEntries(Object.entries(decided).map(([name, to]) => [planId(name), to])),
});

describe('a preset', () => {
  it('ticks the same at a customer who owns all of it', () => {
    const draft: Draft = {
      products: [
        line('assign', 'a', { mail: 'off' }),
        line('leave', 'b', { mail: 'on' }),
        line('revoke', 'c'),
      ],
      swaps: [swap('d', 'e', { mail: 'on' })],
      usageLocation: 'DE',
    };
    const owned = ['a', 'b', 'c', 'd', 'e'].map((letter) => product(letter, 1, ['mail']));
    expect(applyPreset(presetOf(draft), owned)).toEqual({ draft, skips: [] });
  });

  it('skips and names what the customer does not own, and a swap with one side missing as a whole', () => {
    const draft = {
      ...draftOf(line('assign', 'a'), line('revoke', 'b'), line('leave', 'x', { mail: 'on' })),
      swaps: [swap('a', 'x'), swap('x', 'y')],
    };
    expect(applyPreset(presetOf(draft), [product('a')])).toEqual({
      draft: draftOf(line('assign', 'a')),
      skips: [
        { kind: 'notOwned', name: 'sku-b there', skuPartNumber: 'PART_sku-b' },
        { kind: 'notOwned', name: 'sku-x there', skuPartNumber: 'PART_sku-x' },
        { kind: 'swapNotOwned', from: 'sku-a there', to: 'sku-x there', missing: ['sku-x there'] },
        {
          kind: 'swapNotOwned',
          from: 'sku-x there',
          to: 'sku-y there',
          missing: ['sku-x there', 'sku-y there'],
        },
      ],
    });
  });

  it('skips service plans that the product lacks there, acts with for the company, or nobody listed', () => {
    const draft = {
      ...draftOf(
        line('assign', 'a', { mail: 'off', teams: 'off', base: 'off' }),
        line('leave', 'b', { teams: 'on' }),
        line('assign', 'c', { mail: 'off' }),
      ),
      swaps: [swap('b', 'd', { teams: 'on' })],
    };
    const owned = [
      product('a', 1, ['mail', servicePlan('base', 'Company')]),
      product('b', 1, ['mail']),
      product('c', 1, null),
      product('d', 1, ['mail']),
    ];
    const lacking = (letter: string, names: string[], isListed = true) => ({
      kind: 'servicePlansLacking',
      skuId: sku(letter),
      names: names.map((name) => `plan-${name} there`),
      isListed,
    });
    expect(applyPreset(presetOf(draft), owned)).toEqual({
      draft: {
        ...draftOf(line('assign', 'a', { mail: 'off' }), line('assign', 'c')),
        swaps: [swap('b', 'd')],
      },
      skips: [
        lacking('a', ['teams', 'base']),
        lacking('b', ['teams']),
        lacking('c', ['mail'], false),
        lacking('d', ['teams']),
      ],
    });
  });

  it('does not assign what cannot be assigned there, but revokes it', () => {
    const suspended = ['a', 'b'].map((letter) =>
      product(letter, 1, [], { capabilityStatus: 'Suspended' }),
    );
    const { draft, skips } = applyPreset(
      presetOf(draftOf(line('assign', 'a'), line('revoke', 'b'))),
      suspended,
    );
    expect(draft).toEqual(draftOf(line('revoke', 'b')));
    expect(skips).toEqual([{ kind: 'notAssignable', skuId: sku('a'), reason: 'suspended' }]);
  });
});

describe('adding a draft to what is ticked', () => {
  it('keeps the rest, and what is added counts where both speak of the same', () => {
    const before: Draft = {
      ...draftOf(
        line('assign', 'a', { mail: 'off', teams: 'off' }),
        line('revoke', 'b'),
        line('assign', 'c'),
      ),
      usageLocation: 'DE',
    };
    const added = draftOf(
      line('leave', 'a', { mail: 'on' }),
      line('assign', 'b'),
      line('revoke', 'c'),
    );
    expect(addDraft(before, added)).toEqual({
      ...draftOf(
        line('assign', 'a', { mail: 'on', teams: 'off' }),
        line('assign', 'b'),
        line('revoke', 'c'),
      ),
      usageLocation: 'DE',
    });
    expect(addDraft(before, { ...emptyDraft, usageLocation: 'US' })).toEqual({
      ...before,
      usageLocation: 'US',
    });
  });

  it('never ticks a product beside a swap of it', () => {
    const before = {
      ...draftOf(line('assign', 'a'), line('assign', 'z')),
      swaps: [swap('c', 'd')],
    };
    expect(addDraft(before, { ...emptyDraft, swaps: [swap('a', 'b')] })).toEqual({
      ...draftOf(line('assign', 'z')),
      swaps: [swap('c', 'd'), swap('a', 'b')],
    });
    expect(addDraft(before, draftOf(line('revoke', 'd'))).swaps).toEqual([]);
  });
});
