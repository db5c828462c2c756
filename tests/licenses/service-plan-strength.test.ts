import { expect, it } from 'vitest';
import { catalog } from '#licenses/catalog.ts';
import type { ServicePlanId } from '#licenses/ids.ts';
import { weakerServicePlan } from '#licenses/service-plan-strength.ts';

const byPart = new Map(
  [...catalog.products.values()].flatMap(({ servicePlans }) =>
    servicePlans.map(({ id, partName }) => [partName, id] as const),
  ),
);

function plan(partName: string): ServicePlanId {
  const id = byPart.get(partName);
  if (id === undefined) throw new Error(`no service plan ${partName}`);
  return id;
}

it.each([
  ['EXCHANGE_S_DESKLESS', 'EXCHANGE_S_STANDARD'],
  ['EXCHANGE_S_DESKLESS', 'EXCHANGE_S_ENTERPRISE'],
  ['EXCHANGE_S_STANDARD', 'EXCHANGE_S_ENTERPRISE'],
  ['SHAREPOINTDESKLESS', 'SHAREPOINTSTANDARD'],
  ['SHAREPOINTSTANDARD', 'SHAREPOINTENTERPRISE'],
  ['MCOIMP', 'MCOSTANDARD'],
])('%s is weaker than %s, whichever is named first', (weak, strong) => {
  expect(weakerServicePlan(plan(weak), plan(strong))).toBe(plan(weak));
  expect(weakerServicePlan(plan(strong), plan(weak))).toBe(plan(weak));
});

it('nothing is said of two services, of one service plan, or where no source orders them', () => {
  expect(weakerServicePlan(plan('EXCHANGE_S_DESKLESS'), plan('SHAREPOINTENTERPRISE'))).toBeNull();
  expect(weakerServicePlan(plan('MCOIMP'), plan('MCOIMP'))).toBeNull();
  expect(weakerServicePlan(plan('MCOEV'), plan('TEAMS1'))).toBeNull();
});
