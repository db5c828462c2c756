import { readHoldings, type Holding } from './holding.ts';

/** What people of one role get, and how common the role is. */
export interface RoleBundle {
  readonly weight: number;
  readonly department: string;
  readonly holdings: readonly Holding[];
}

/**
 * Forty roles of a large company: `weight | department | licenses`, written as in `readHoldings`.
 * Nobody has a frontline and a full mailbox: that pair is the samples' conflict.
 */
const table = `
1400 | Operations | SPE_E3
 900 | Operations | SPE_E3@knowledge
 500 | Operations | SPE_E3&knowledge
 700 | Warehouse | SPE_F1@frontline
 600 | Warehouse | SPE_F1
 300 | Warehouse | SPE_F1&frontline
 350 | Transport | SPE_F1@frontline MCOMEETADV
 250 | Transport | SPE_F1 POWER_BI_PRO
 380 | Sales | SPE_E3 MCOEV
 260 | Sales | SPE_E3 MCOEV MCOMEETADV
 180 | Sales | SPE_E3@knowledge MCOEV@phones
 120 | Sales | SPE_E3 Microsoft_Teams_Premium
 240 | Marketing | SPE_E3 VISIOCLIENT
 160 | Marketing | SPE_E3@knowledge Microsoft_365_Copilot@copilot
 220 | Finance | SPE_E3 POWER_BI_PRO
 180 | Finance | SPE_E3@knowledge POWER_BI_PRO@reports
 110 | Finance | SPE_E3 POWER_BI_PRO&reports PBI_PREMIUM_PER_USER
 150 | Finance | ENTERPRISEPACK EMS POWER_BI_PRO
 420 | Engineering | SPE_E5
 260 | Engineering | SPE_E5@engineering VISIOCLIENT
 180 | Engineering | SPE_E5 VISIOCLIENT PROJECTPROFESSIONAL
 140 | Engineering | SPE_E5&engineering PROJECTPROFESSIONAL
 200 | Engineering | ENTERPRISEPACK EMS@devices VISIOONLINE_PLAN1
 300 | Legal | ENTERPRISEPACK EMS@devices
 120 | Legal | ENTERPRISEPACK EMS&devices MCOMEETADV
 170 | Human resources | SPE_E3 EXCHANGESTANDARD
 140 | Human resources | ENTERPRISEPACK EXCHANGESTANDARD
 260 | Customer service | STANDARDPACK EMS@devices
 200 | Customer service | STANDARDPACK MCOEV MCOPSTN1
 180 | Customer service | STANDARDPACK@service FLOW_FREE
 160 | IT | SPE_E5 FLOW_FREE AAD_PREMIUM_P2
  90 | IT | SPE_E5 AAD_PREMIUM_P2@admins POWERAPPS_PER_USER
  60 | IT | EMS WIN_DEF_ATP
  80 | Projects | SPE_E3 PROJECTPROFESSIONAL FLOW_FREE
  70 | Projects | SPE_E3 PROJECT_P1
  30 | Branch offices | SPB
  20 | Branch offices | SPB@branches
  30 | Branch offices | O365_BUSINESS_PREMIUM
 150 | Facilities | EXCHANGESTANDARD
 110 | Facilities | EXCHANGEENTERPRISE
`;

/** The roles, in the order of the table. */
export const roleBundles: readonly RoleBundle[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [weight = '', department = '', licenses = ''] = line.split('|');
    return {
      weight: Number(weight),
      department: department.trim(),
      holdings: readHoldings(licenses),
    };
  });

/** Add-ons that some people get beside those of their role. None brings a mailbox or a telephone. */
export const extras: readonly Holding[] = readHoldings(
  'VISIOCLIENT VISIOONLINE_PLAN1 VISIO_PLAN2_DEPT PROJECT_P1 POWER_BI_PRO FLOW_FREE ' +
    'Microsoft_Teams_Premium Microsoft_365_Copilot POWERAPPS_PER_USER PBI_PREMIUM_PER_USER',
);

/** Products that Microsoft sells to at most 300 users; a sample customer stays below. */
export const cappedParts: readonly string[] = ['SPB', 'O365_BUSINESS_PREMIUM'];
export const CAPPED_HOLDERS = 290;
