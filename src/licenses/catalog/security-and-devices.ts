import type { ProductRow } from './product-row.ts';

/** Entra ID, Enterprise Mobility + Security, Intune, Defender and Windows. */
export const securityAndDevicesProducts: readonly ProductRow[] = [
  {
    skuId: 'efccb6f7-5641-4e0e-bd10-b4976e1bf68e',
    partNumber: 'EMS',
    name: 'Enterprise Mobility + Security E3',
    servicePlans: `
      AAD_PREMIUM, ADALLOM_S_DISCOVERY, EXCHANGE_S_FOUNDATION, INTUNE_A, MFA_PREMIUM,
      RMS_S_ENTERPRISE, RMS_S_PREMIUM
    `,
  },
  {
    skuId: 'b05e124f-c7cc-45a0-a6aa-8cf78c946968',
    partNumber: 'EMSPREMIUM',
    name: 'Enterprise Mobility + Security E5',
    servicePlans: `
      AAD_PREMIUM, AAD_PREMIUM_P2, ADALLOM_S_STANDALONE, ATA, EXCHANGE_S_FOUNDATION, INTUNE_A,
      MFA_PREMIUM, RMS_S_ENTERPRISE, RMS_S_PREMIUM, RMS_S_PREMIUM2
    `,
  },
  {
    skuId: '078d2b04-f1bd-4111-bbd4-b4b1b354cef4',
    partNumber: 'AAD_PREMIUM',
    name: 'Microsoft Entra ID P1',
    servicePlans: `
      AAD_PREMIUM, ADALLOM_S_DISCOVERY, EXCHANGE_S_FOUNDATION, MFA_PREMIUM
    `,
  },
  {
    skuId: '84a661c4-e949-4bd2-a560-ed7766fcaf2b',
    partNumber: 'AAD_PREMIUM_P2',
    name: 'Microsoft Entra ID P2',
    servicePlans: `
      AAD_PREMIUM, AAD_PREMIUM_P2, ADALLOM_S_DISCOVERY, EXCHANGE_S_FOUNDATION, MFA_PREMIUM
    `,
  },
  {
    skuId: '061f9ace-7d42-4136-88ac-31dc755f143f',
    partNumber: 'INTUNE_A',
    name: 'Intune',
    servicePlans: `
      INTUNE_A
    `,
  },
  {
    skuId: '2b317a4a-77a6-4188-9437-b68a77b4e2c6',
    partNumber: 'INTUNE_A_D',
    name: 'Microsoft Intune Device',
    servicePlans: `
      EXCHANGE_S_FOUNDATION, INTUNE_A
    `,
  },
  {
    skuId: 'a929cd4d-8672-47c9-8664-159c1f322ba8',
    partNumber: 'Microsoft_Intune_Suite',
    name: 'Microsoft Intune Suite',
    servicePlans: `
      Intune-EPM, Intune-MAMTunnel, Intune_AdvancedEA, INTUNE_P2, REMOTE_HELP
    `,
  },
  {
    skuId: '26124093-3d78-432b-b5dc-48bf992543d5',
    partNumber: 'IDENTITY_THREAT_PROTECTION',
    name: 'Microsoft 365 E5 Security',
    servicePlans: `
      AAD_PREMIUM_P2, ADALLOM_S_STANDALONE, ATA, ATP_ENTERPRISE, MTP, SAFEDOCS,
      THREAT_INTELLIGENCE, WINDEFATP
    `,
  },
  {
    skuId: '184efa21-98c3-4e5d-95ab-d07053a96e67',
    partNumber: 'INFORMATION_PROTECTION_COMPLIANCE',
    name: 'Microsoft 365 E5 Compliance',
    servicePlans: `
      ADALLOM_S_STANDALONE, COMMUNICATIONS_COMPLIANCE, COMMUNICATIONS_DLP, Content_Explorer,
      ContentExplorer_Standard, CUSTOMER_KEY, DATA_INVESTIGATIONS, EQUIVIO_ANALYTICS,
      INFO_GOVERNANCE, INFORMATION_BARRIERS, INSIDER_RISK, INSIDER_RISK_MANAGEMENT,
      LOCKBOX_ENTERPRISE, M365_ADVANCED_AUDITING, MICROSOFT_COMMUNICATION_COMPLIANCE,
      MICROSOFTENDPOINTDLP, MIP_S_CLP2, MIP_S_Exchange, ML_CLASSIFICATION, PAM_ENTERPRISE,
      PREMIUM_ENCRYPTION, RECORDS_MANAGEMENT, RMS_S_PREMIUM2
    `,
  },
  {
    skuId: '4ef96642-f096-40de-a3e9-d83fb2f90211',
    partNumber: 'ATP_ENTERPRISE',
    name: 'Microsoft Defender for Office 365 (Plan 1)',
    servicePlans: `
      ATP_ENTERPRISE
    `,
  },
  {
    skuId: '3dd6cf57-d688-4eed-ba52-9e40b5468c3e',
    partNumber: 'THREAT_INTELLIGENCE',
    name: 'Microsoft Defender for Office 365 (Plan 2)',
    servicePlans: `
      ATP_ENTERPRISE, MTP, THREAT_INTELLIGENCE
    `,
  },
  {
    skuId: '5e1e7702-a2b7-4360-8d07-2f515792896f',
    partNumber: 'MDE_SMB',
    name: 'Microsoft Defender for Business',
    servicePlans: `
      Intune_Defender, M365_LIGHTHOUSE_CUSTOMER_PLAN1, M365_LIGHTHOUSE_PARTNER_PLAN1, MDE_SMB
    `,
  },
  {
    skuId: '16a55f2f-ff35-4cd5-9146-fb784e3761a5',
    partNumber: 'DEFENDER_ENDPOINT_P1',
    name: 'Microsoft Defender for Endpoint P1',
    servicePlans: `
      Intune_Defender, MDE_LITE
    `,
  },
  {
    skuId: '111046dd-295b-4d6d-9724-d52ac90bd1f2',
    partNumber: 'WIN_DEF_ATP',
    name: 'Microsoft Defender for Endpoint',
    servicePlans: `
      EXCHANGE_S_FOUNDATION, WINDEFATP
    `,
  },
  {
    skuId: 'cb10e6cd-9da4-4992-867b-67546b1db821',
    partNumber: 'WIN10_PRO_ENT_SUB',
    name: 'Windows 10/11 Enterprise E3',
    servicePlans: `
      WIN10_PRO_ENT_SUB
    `,
  },
  {
    skuId: '6a0f6da5-0b87-4190-a6ae-9bb5a2b9546a',
    partNumber: 'WIN10_VDA_E3',
    name: 'Windows 10/11 Enterprise E3',
    servicePlans: `
      EXCHANGE_S_FOUNDATION, UNIVERSAL_PRINT_01,
      Virtualization Rights for Windows 10 (E3/E5+VDA), Windows_Autopatch,
      WINDOWSUPDATEFORBUSINESS_DEPLOYMENTSERVICE
    `,
  },
  {
    skuId: '488ba24a-39a9-4473-8ee5-19291e71b002',
    partNumber: 'WIN10_VDA_E5',
    name: 'Windows 10/11 Enterprise E5',
    servicePlans: `
      EXCHANGE_S_FOUNDATION, UNIVERSAL_PRINT_01,
      Virtualization Rights for Windows 10 (E3/E5+VDA), WINDEFATP, Windows_Autopatch,
      WINDOWSUPDATEFORBUSINESS_DEPLOYMENTSERVICE
    `,
  },
];
