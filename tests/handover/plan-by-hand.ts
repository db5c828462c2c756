import type { TenantId } from '../../src/customers/customer.ts';
import type { HandedPlan, HandedPlanId } from '../../src/handover/handed-plan.ts';
import { groupId, servicePlanId, skuId } from '../../src/licenses/ids.ts';
import { LOCATION_NONE, readLocation } from '../../src/users/usage-location.ts';

const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A small plan: one user swaps products and gets a usage location, two lose a product. */
export const planByHand: HandedPlan = {
  id: guid(1) as HandedPlanId,
  madeAt: 1_770_000_000_000,
  operator: 'Zoë O’Hara',
  customer: {
    name: 'Contoso $(Remove-Item *) \'quoted\' "and" `ticked`',
    defaultDomain: 'contoso.com',
    tenantId: guid(2) as TenantId,
  },
  dataAt: 1_769_000_000_000,
  works: [
    {
      touches: [
        { skuId: skuId(guid(10)), before: [], target: 'absent', groups: [groupId(guid(30))] },
        {
          skuId: skuId(guid(11)),
          before: 'absent',
          target: [servicePlanId(guid(20)), servicePlanId(guid(21))],
          groups: [],
        },
      ],
      location: { before: LOCATION_NONE, target: readLocation('DE') ?? 0 },
    },
    {
      touches: [{ skuId: skuId(guid(10)), before: 'unknown', target: 'absent', groups: null }],
      location: null,
    },
  ],
  users: [
    {
      objectId: guid(100),
      userPrincipalName: 'o‘hara‚‛@contoso.com',
      displayName: "Sinéad O'Hara",
      work: 0,
    },
    {
      objectId: guid(101),
      userPrincipalName: 'li@contoso.com',
      displayName: '李 小龙',
      work: 1,
    },
    {
      objectId: guid(102),
      userPrincipalName: "$env:PATH';exit #@contoso.com",
      displayName: '',
      work: 1,
    },
  ],
};

/** The same plan where the customer and everybody has this name. */
export const planNamed = (name: string): HandedPlan => ({
  ...planByHand,
  customer: { ...planByHand.customer, name },
  users: planByHand.users.map((user) => ({ ...user, userPrincipalName: name })),
});

/** The same plan where other products keep the mailbox of the first user; plan files do not say that. */
export const planKeeping: HandedPlan = {
  ...planByHand,
  works: planByHand.works.map((work, n) => {
    const kept = [10, 11].map((sku) => ({
      skuId: skuId(guid(sku)),
      servicePlanId: servicePlanId(guid(22)),
    }));
    const unsure = [{ skuId: skuId(guid(12)), servicePlanId: null }];
    const keptBy = [
      { isSure: true, by: kept },
      { isSure: false, by: unsure },
    ];
    return n === 0 ? { ...work, keptBy } : work;
  }),
};
