import { describe, expect, it } from 'vitest';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import { emptyDraft } from '#plan/draft.ts';
import { withAction, withServicePlan } from '#plan/draft-edits.ts';
import { conflictFixes } from '#routes/customers/[id]/licenses/issue-fix.ts';
import type { Issue } from '#rules/issue.ts';
import type { FactId } from '#rules/rule-fact.ts';

const e3 = skuId('6fd2c87f-b296-42f0-b197-1e91e994b900');
const visio = skuId('38b434d2-a15e-4cde-9a98-e737c75623e1');
const exchange = servicePlanId('efb87545-963c-4e0d-99df-69c6916d9eb0');
const visioPlan = servicePlanId('663a804f-1c30-4ff0-9915-9db84f0d1cea');

const conflict: Issue = {
  code: 'conflict',
  severity: 'blocking',
  servicePlanIds: [exchange, visioPlan],
  skuIds: [e3, visio],
  factId: 'fact' as FactId,
};

describe('the fix of a conflict', () => {
  it('switches off in the product being assigned where no source says which is weaker', () => {
    const draft = withAction(emptyDraft, visio, 'assign', 0);
    expect(conflictFixes(conflict, draft)).toEqual([{ skuId: visio, servicePlanId: visioPlan }]);
    expect(conflictFixes(conflict, emptyDraft)).toEqual([]);
  });

  it('is no longer offered once it was taken', () => {
    const draft = withAction(emptyDraft, visio, 'assign', 0);
    expect(conflictFixes(conflict, withServicePlan(draft, visio, visioPlan, 'off'))).toEqual([]);
  });

  it('switches the weaker service plan off, also in a product already held', () => {
    const kiosk = servicePlanId('4a82b400-a79f-41a4-b4e2-e94f5787b113');
    const mail: Issue = { ...conflict, servicePlanIds: [exchange, kiosk] };
    const fix = [{ skuId: visio, servicePlanId: kiosk }];
    const draft = withAction(emptyDraft, e3, 'assign', 0);
    expect(conflictFixes(mail, draft)).toEqual(fix);
    expect(conflictFixes(mail, withAction(emptyDraft, visio, 'assign', 0))).toEqual(fix);
    expect(conflictFixes(mail, withServicePlan(draft, visio, kiosk, 'off'))).toEqual([]);
  });

  it('is not offered in a product that a swap names', () => {
    const ticked = withAction(emptyDraft, visio, 'assign', 0);
    const swap = { from: visio, to: e3, decided: {}, ifUnknown: 'leaveOut' } as const;
    expect(conflictFixes(conflict, { ...ticked, swaps: [swap] })).toEqual([]);
  });

  it('is not offered for information', () => {
    const draft = withAction(emptyDraft, visio, 'assign', 0);
    expect(conflictFixes({ ...conflict, severity: 'info' }, draft)).toEqual([]);
  });
});
