import type { ProductRow } from './product-row.ts';

/** Visio, Project, Power BI, Power Automate and Power Apps. */
export const appsAndPowerPlatformProducts: readonly ProductRow[] = [
  {
    skuId: '4b244418-9658-4451-a2b8-b5e2b364e9bd',
    partNumber: 'VISIOONLINE_PLAN1',
    name: 'Visio Plan 1',
    servicePlans: `
      EXCHANGE_S_FOUNDATION, ONEDRIVE_BASIC, VISIOONLINE
    `,
  },
  {
    skuId: 'c5928f49-12ba-48f7-ada3-0d743a3601d5',
    partNumber: 'VISIOCLIENT',
    name: 'Visio Plan 2',
    servicePlans: `
      EXCHANGE_S_FOUNDATION, ONEDRIVE_BASIC, VISIO_CLIENT_SUBSCRIPTION, VISIOONLINE
    `,
  },
  {
    skuId: 'ca7f3140-d88c-455b-9a1c-7f0679e31a76',
    partNumber: 'VISIO_PLAN1_DEPT',
    name: 'Visio Plan 1',
    servicePlans: `
      EXCHANGE_S_FOUNDATION, ONEDRIVE_BASIC, VISIOONLINE
    `,
  },
  {
    skuId: '38b434d2-a15e-4cde-9a98-e737c75623e1',
    partNumber: 'VISIO_PLAN2_DEPT',
    name: 'Visio Plan 2',
    servicePlans: `
      EXCHANGE_S_FOUNDATION, ONEDRIVE_BASIC, VISIO_CLIENT_SUBSCRIPTION, VISIOONLINE
    `,
  },
  {
    skuId: 'beb6439c-caad-48d3-bf46-0c82871e12be',
    partNumber: 'PROJECT_P1',
    name: 'Planner Plan 1',
    servicePlans: `
      DYN365_CDS_FOR_PROJECT_P1, EXCHANGE_S_FOUNDATION, Power_Automate_For_Project_P1,
      PROJECT_ESSENTIALS, PROJECT_P1, SHAREPOINTSTANDARD
    `,
  },
  {
    skuId: '53818b1b-4a27-454b-8896-0dba576410e6',
    partNumber: 'PROJECTPROFESSIONAL',
    name: 'Planner and Project Plan 3',
    servicePlans: `
      DYN365_CDS_PROJECT, EXCHANGE_S_FOUNDATION, FLOW_FOR_PROJECT,
      PROJECT_CLIENT_SUBSCRIPTION, PROJECT_PROFESSIONAL, SHAREPOINT_PROJECT,
      SHAREPOINTENTERPRISE, SHAREPOINTWAC
    `,
  },
  {
    skuId: '09015f9f-377f-4538-bbb5-f75ceb09358a',
    partNumber: 'PROJECTPREMIUM',
    name: 'Project Online Premium',
    servicePlans: `
      PROJECT_CLIENT_SUBSCRIPTION, SHAREPOINT_PROJECT, SHAREPOINTENTERPRISE, SHAREPOINTWAC
    `,
  },
  {
    skuId: '46102f44-d912-47e7-b0ca-1bd7b70ada3b',
    partNumber: 'PROJECT_PLAN3_DEPT',
    name: 'Project Plan 3 (for Department)',
    servicePlans: `
      DYN365_CDS_PROJECT, EXCHANGE_S_FOUNDATION, FLOW_FOR_PROJECT,
      PROJECT_CLIENT_SUBSCRIPTION, PROJECT_PROFESSIONAL, SHAREPOINT_PROJECT,
      SHAREPOINTENTERPRISE, SHAREPOINTWAC
    `,
  },
  {
    skuId: 'a403ebcc-fae0-4ca2-8c8c-7a907fd6c235',
    partNumber: 'POWER_BI_STANDARD',
    name: 'Microsoft Fabric (Free)',
    servicePlans: `
      BI_AZURE_P0, EXCHANGE_S_FOUNDATION, PURVIEW_DISCOVERY
    `,
  },
  {
    skuId: 'f8a1db68-be16-40ed-86d5-cb42ce701560',
    partNumber: 'POWER_BI_PRO',
    name: 'Power BI Pro',
    servicePlans: `
      BI_AZURE_P2, EXCHANGE_S_FOUNDATION
    `,
  },
  {
    skuId: 'c1d032e0-5619-4761-9b5c-75b6831e1711',
    partNumber: 'PBI_PREMIUM_PER_USER',
    name: 'Power BI Premium Per User',
    servicePlans: `
      BI_AZURE_P2, BI_AZURE_P3, EXCHANGE_S_FOUNDATION
    `,
  },
  {
    skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d',
    partNumber: 'FLOW_FREE',
    name: 'Microsoft Power Automate Free',
    servicePlans: `
      DYN365_CDS_VIRAL, EXCHANGE_S_FOUNDATION, FLOW_P2_VIRAL
    `,
  },
  {
    skuId: '4a51bf65-409c-4a91-b845-1121b571cc9d',
    partNumber: 'FLOW_PER_USER',
    name: 'Power Automate per user plan',
    servicePlans: `
      DYN365_CDS_P2, EXCHANGE_S_FOUNDATION, FLOW_PER_USER
    `,
  },
  {
    skuId: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
    partNumber: 'POWERAUTOMATE_ATTENDED_RPA',
    name: 'Power Automate Premium',
    servicePlans: `
      CDS_ATTENDED_RPA, EXCHANGE_S_FOUNDATION, POWER_AUTOMATE_ATTENDED_RPA
    `,
  },
  {
    skuId: 'b30411f5-fea1-4a59-9ad9-3db7c7ead579',
    partNumber: 'POWERAPPS_PER_USER',
    name: 'Power Apps Premium',
    servicePlans: `
      CDSAICAPACITY_PERUSER, CDSAICAPACITY_PERUSER_NEW, DYN365_CDS_P2, EXCHANGE_S_FOUNDATION,
      Flow_PowerApps_PerUser, Power_Pages_Internal_User, POWERAPPS_PER_USER
    `,
  },
  {
    skuId: 'dcb1a3ae-b33f-4487-846a-a640262fadf4',
    partNumber: 'POWERAPPS_VIRAL',
    name: 'Microsoft Power Apps Plan 2 Trial',
    servicePlans: `
      DYN365_CDS_VIRAL, EXCHANGE_S_FOUNDATION, FLOW_P2_VIRAL, FLOW_P2_VIRAL_REAL,
      POWERAPPS_P2_VIRAL
    `,
  },
  {
    skuId: '5b631642-bd26-49fe-bd20-1daaa972ef80',
    partNumber: 'POWERAPPS_DEV',
    name: 'Microsoft Power Apps for Developer',
    servicePlans: `
      DYN365_CDS_DEV_VIRAL, EXCHANGE_S_FOUNDATION, FLOW_DEV_VIRAL, POWERAPPS_DEV_VIRAL
    `,
  },
];
