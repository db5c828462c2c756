import { describe, expect, it } from 'vitest';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import { emptyDraft } from '#plan/draft.ts';
import { withAction, withServicePlan } from '#routes/customers/[id]/licenses/draft-edits.ts';
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
  it('switches the service plan off only in products that are being assigned', () => {
    const draft = withAction(emptyDraft, visio, 'assign', 0);
    expect(conflictFixes(conflict, draft)).toEqual([{ skuId: visio, servicePlanId: visioPlan }]);
    expect(conflictFixes(conflict, emptyDraft)).toEqual([]);
  });

  it('is no longer offered once it was taken', () => {
    const draft = withAction(emptyDraft, visio, 'assign', 0);
    expect(conflictFixes(conflict, withServicePlan(draft, visio, visioPlan, 'off'))).toEqual([]);
  });
});
