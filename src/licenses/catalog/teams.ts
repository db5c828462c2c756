import type { ProductRow } from './product-row.ts';

/** Teams, phone and meeting rooms. */
export const teamsProducts: readonly ProductRow[] = [
  {
    skuId: '7e31c0d9-9551-471d-836f-32ee72be4a01',
    partNumber: 'Microsoft_Teams_Enterprise_New',
    name: 'Microsoft Teams Enterprise',
    servicePlans: `
      EXCHANGE_S_DESKLESS, FORMS_PLAN_E1, INTUNE_O365, MCOIMP,
      MESH_AVATARS_ADDITIONAL_FOR_TEAMS, MESH_AVATARS_FOR_TEAMS, MESH_IMMERSIVE_FOR_TEAMS,
      MICROSOFT_SEARCH, MICROSOFTBOOKINGS, ONEDRIVE_BASIC_P2, PLACES_CORE, SHAREPOINTWAC,
      TEAMS1
    `,
  },
  {
    skuId: '7e74bd05-2c47-404e-829a-ba95c66fe8e5',
    partNumber: 'Microsoft_Teams_EEA_New',
    name: 'Microsoft Teams EEA',
    servicePlans: `
      EXCHANGE_S_DESKLESS, FORMS_PLAN_E1, INTUNE_O365, MCOIMP,
      MESH_AVATARS_ADDITIONAL_FOR_TEAMS, MESH_AVATARS_FOR_TEAMS, MESH_IMMERSIVE_FOR_TEAMS,
      MICROSOFT_SEARCH, MICROSOFTBOOKINGS, ONEDRIVE_BASIC_P2, SHAREPOINTWAC, TEAMS1
    `,
  },
  {
    skuId: '3ab6abff-666f-4424-bfb7-f0bc274ec7bc',
    partNumber: 'TEAMS_ESSENTIALS_AAD',
    name: 'Microsoft Teams Essentials (AAD Identity)',
    servicePlans: `
      EXCHANGE_S_DESKLESS, FORMS_PLAN_E1, INTUNE_O365, MCOIMP, MICROSOFT_SEARCH,
      ONEDRIVE_BASIC_P2, SHAREPOINTWAC, TEAMS1
    `,
  },
  {
    skuId: '710779e8-3d4a-4c88-adb9-386c958d1fdf',
    partNumber: 'TEAMS_EXPLORATORY',
    name: 'Microsoft Teams Exploratory',
    servicePlans: `
      BPOS_S_TODO_1, CDS_O365_P1, Deskless, EXCHANGE_S_STANDARD, FLOW_O365_P1, FORMS_PLAN_E1,
      INTUNE_O365, MCO_TEAMS_IW, MICROSOFT_SEARCH, MYANALYTICS_P2, OFFICEMOBILE_SUBSCRIPTION,
      POWER_VIRTUAL_AGENTS_O365_P1, POWERAPPS_O365_P1, PROJECTWORKMANAGEMENT,
      SHAREPOINTSTANDARD, SHAREPOINTWAC, STREAM_O365_E1, SWAY, TEAMS1, WHITEBOARD_PLAN1,
      YAMMER_ENTERPRISE
    `,
  },
  {
    skuId: '36a0f3b3-adb5-49ea-bf66-762134cf063a',
    partNumber: 'Microsoft_Teams_Premium',
    name: 'Microsoft Teams Premium Introductory Pricing',
    servicePlans: `
      MCO_VIRTUAL_APPT, MICROSOFT_ECDN, TEAMSPRO_CUST, TEAMSPRO_MGMT, TEAMSPRO_PROTECTION,
      TEAMSPRO_VIRTUALAPPT, TEAMSPRO_WEBINAR
    `,
  },
  {
    skuId: 'e43b5b99-8dfb-405f-9987-dc307f34bcbd',
    partNumber: 'MCOEV',
    name: 'Microsoft Teams Phone Standard',
    servicePlans: `
      MCOEV
    `,
  },
  {
    skuId: '440eaaa8-b3e0-484b-a8be-62870b9ba70a',
    partNumber: 'PHONESYSTEM_VIRTUALUSER',
    name: 'Microsoft Teams Phone Resource Account',
    servicePlans: `
      MCOEV_VIRTUALUSER
    `,
  },
  {
    skuId: '0c266dff-15dd-4b49-8397-2bb16070ed52',
    partNumber: 'MCOMEETADV',
    name: 'Microsoft 365 Audio Conferencing',
    servicePlans: `
      MCOMEETADV
    `,
  },
  {
    skuId: '0dab259f-bf13-4952-b7f8-7db8f131b28d',
    partNumber: 'MCOPSTN1',
    name: 'Skype for Business PSTN Domestic Calling',
    servicePlans: `
      MCOPSTN1
    `,
  },
  {
    skuId: 'd3b4fe1f-9992-4930-8acb-ca6ec609365e',
    partNumber: 'MCOPSTN2',
    name: 'Skype for Business PSTN Domestic and International Calling',
    servicePlans: `
      MCOPSTN2
    `,
  },
  {
    skuId: '11dee6af-eca8-419f-8061-6864517c1875',
    partNumber: 'MCOPSTN_5',
    name: 'Microsoft 365 Domestic Calling Plan (120 min)',
    servicePlans: `
      MCOPSTN5, MCOSMS5
    `,
  },
  {
    skuId: '47794cd0-f0e5-45c5-9033-2eb6b5fc84e0',
    partNumber: 'MCOPSTNC',
    name: 'Communications Credits',
    servicePlans: `
      MCOPSTNC
    `,
  },
  {
    skuId: '295a8eb0-f78d-45c7-8b5b-1eed5ed02dff',
    partNumber: 'MCOCAP',
    name: 'Microsoft Teams Shared Devices',
    servicePlans: `
      AAD_PREMIUM, EXCHANGE_S_ENTERPRISE, INTUNE_A, MCOEV, MCOSTANDARD, TEAMS1
    `,
  },
  {
    skuId: '6af4b3d6-14bb-4a2a-960c-6c902aad34f3',
    partNumber: 'Microsoft_Teams_Rooms_Basic',
    name: 'Microsoft Teams Rooms Basic',
    servicePlans: `
      MCOMEETADV, TEAMS1, Teams_Room_Basic, Teams_Room_Pro, Teams_Rooms_Basic,
      WHITEBOARD_PLAN3
    `,
  },
  {
    skuId: '4cde982a-ede4-4409-9ae6-b003453c8ea6',
    partNumber: 'Microsoft_Teams_Rooms_Pro',
    name: 'Microsoft Teams Rooms Pro',
    servicePlans: `
      AAD_PREMIUM, INTUNE_A, MCOEV, MCOMEETADV, MCOSTANDARD, TEAMS1, WHITEBOARD_PLAN3
    `,
  },
];
