/** A product as `subscribedSkus` gives it, with Microsoft's ids. */
export interface MadeProduct {
  readonly skuId: string;
  readonly part: string;
  /** The name that the screens show. */
  readonly name: string;
  readonly plans: readonly (readonly [id: string, part: string, appliesTo?: 'Company'])[];
}

const FOUNDATION = [
  '113feb6c-3fe4-4440-bddc-54d774bf0318',
  'EXCHANGE_S_FOUNDATION',
  'Company',
] as const;
export const SWAY = 'a23b959c-7ce8-4e57-9140-b90eb88a9e97';

export const e3: MadeProduct = {
  skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
  part: 'SPE_E3',
  name: 'Microsoft 365 E3',
  plans: [
    ['efb87545-963c-4e0d-99df-69c6916d9eb0', 'EXCHANGE_S_ENTERPRISE'],
    ['5dbe027f-2339-4123-9542-606e4d348a72', 'SHAREPOINTENTERPRISE'],
    ['57ff2da0-773e-42df-b2af-ffb7a2317929', 'TEAMS1'],
    [SWAY, 'SWAY'],
  ],
};

export const visio: MadeProduct = {
  skuId: 'c5928f49-12ba-48f7-ada3-0d743a3601d5',
  part: 'VISIOCLIENT',
  name: 'Visio Plan 2',
  plans: [
    ['663a804f-1c30-4ff0-9915-9db84f0d1cea', 'VISIO_CLIENT_SUBSCRIPTION'],
    ['2bdbaf8f-738f-4ac7-9234-3c3ee2ce7d0f', 'VISIOONLINE'],
  ],
};

export const powerBi: MadeProduct = {
  skuId: 'f8a1db68-be16-40ed-86d5-cb42ce701560',
  part: 'POWER_BI_PRO',
  name: 'Power BI Pro',
  plans: [FOUNDATION, ['70d33638-9c74-4d01-bfd3-562de28bd4ba', 'BI_AZURE_P2']],
};

/** Its name contains a `+`, as some do. */
export const ems: MadeProduct = {
  skuId: 'b05e124f-c7cc-45a0-a6aa-8cf78c946968',
  part: 'EMSPREMIUM',
  name: 'Enterprise Mobility + Security E5',
  plans: [['eec0eb4f-6444-4f95-aba0-50c24d67f998', 'AAD_PREMIUM_P2']],
};

export const flow: MadeProduct = {
  skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d',
  part: 'FLOW_FREE',
  name: 'Microsoft Power Automate Free',
  plans: [FOUNDATION, ['50e68c76-46c6-4674-81f9-75456511b170', 'FLOW_P2_VIRAL']],
};
