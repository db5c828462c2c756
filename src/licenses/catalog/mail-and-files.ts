import type { ProductRow } from './product-row.ts';

/** Exchange Online, SharePoint and OneDrive. */
export const mailAndFilesProducts: readonly ProductRow[] = [
  {
    skuId: '4b9405b0-7788-4568-add1-99614e613b69',
    partNumber: 'EXCHANGESTANDARD',
    name: 'Exchange Online (Plan 1)',
    servicePlans: `
      BPOS_S_TODO_1, EXCHANGE_S_STANDARD, INTUNE_O365
    `,
  },
  {
    skuId: '19ec0d23-8335-4cbd-94ac-6050e30712fa',
    partNumber: 'EXCHANGEENTERPRISE',
    name: 'Exchange Online (Plan 2)',
    servicePlans: `
      EXCHANGE_S_ENTERPRISE
    `,
  },
  {
    skuId: '80b2d799-d2ba-4d2a-8842-fb0d0f3a4b82',
    partNumber: 'EXCHANGEDESKLESS',
    name: 'Exchange Online Kiosk',
    servicePlans: `
      EXCHANGE_S_DESKLESS
    `,
  },
  {
    skuId: 'ee02fd1b-340e-4a4b-b355-4a514e4c8943',
    partNumber: 'EXCHANGEARCHIVE_ADDON',
    name: 'Exchange Online Archiving for Exchange Online',
    servicePlans: `
      EXCHANGE_S_ARCHIVE_ADDON
    `,
  },
  {
    skuId: '1fc08a02-8b3d-43b9-831e-f76859e04e1a',
    partNumber: 'SHAREPOINTSTANDARD',
    name: 'SharePoint Online (Plan 1)',
    servicePlans: `
      SHAREPOINTSTANDARD
    `,
  },
  {
    skuId: 'a9732ec9-17d9-494c-a51c-d6b45b384dcb',
    partNumber: 'SHAREPOINTENTERPRISE',
    name: 'SharePoint Online (Plan 2)',
    servicePlans: `
      SHAREPOINTENTERPRISE
    `,
  },
  {
    skuId: '99049c9c-6011-4908-bf17-15f496e6519d',
    partNumber: 'SHAREPOINTSTORAGE',
    name: 'Office 365 Extra File Storage',
    servicePlans: `
      SHAREPOINTSTORAGE
    `,
  },
  {
    skuId: 'e6778190-713e-4e4f-9119-8b8238de25df',
    partNumber: 'WACONEDRIVESTANDARD',
    name: 'OneDrive for Business (Plan 1)',
    servicePlans: `
      FORMS_PLAN_E1, ONEDRIVESTANDARD, SHAREPOINTWAC, SWAY
    `,
  },
  {
    skuId: 'ed01faf2-1d88-4947-ae91-45ca18703a96',
    partNumber: 'WACONEDRIVEENTERPRISE',
    name: 'OneDrive for Business (Plan 2)',
    servicePlans: `
      ONEDRIVEENTERPRISE, SHAREPOINTWAC
    `,
  },
];
