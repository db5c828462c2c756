import type { SkuId } from '#licenses/ids.ts';
import { catalogPart } from './catalog-part.ts';
import type { Stock } from './stock.ts';

/** How well a product that people hold is supplied. */
type Supply = 'plenty' | 'few' | 'none' | 'overdrawn' | 'partlyInGrace' | 'inGrace' | 'suspended';

const supplies: Readonly<Record<string, Supply>> = {
  SPE_E3: 'few',
  SPE_E5: 'few',
  SPE_F1: 'plenty',
  SPB: 'few',
  O365_BUSINESS_PREMIUM: 'few',
  STANDARDPACK: 'plenty',
  ENTERPRISEPACK: 'partlyInGrace',
  EXCHANGESTANDARD: 'plenty',
  EXCHANGEENTERPRISE: 'overdrawn',
  VISIOCLIENT: 'none',
  VISIOONLINE_PLAN1: 'plenty',
  VISIO_PLAN2_DEPT: 'few',
  PROJECTPROFESSIONAL: 'few',
  PROJECT_P1: 'plenty',
  POWER_BI_PRO: 'few',
  PBI_PREMIUM_PER_USER: 'inGrace',
  EMS: 'plenty',
  MCOEV: 'few',
  MCOMEETADV: 'plenty',
  MCOPSTN1: 'none',
  Microsoft_Teams_Premium: 'few',
  Microsoft_365_Copilot: 'none',
  AAD_PREMIUM_P2: 'plenty',
  POWERAPPS_PER_USER: 'few',
  WIN_DEF_ATP: 'suspended',
};

/** What a customer owns whose users hold so much: products in every state that Microsoft 365 knows. */
export function roleStock(holders: ReadonlyMap<SkuId, number>): Stock[] {
  const held = Object.entries(supplies).map(([part, supply]) =>
    stocked(part, supply, holders.get(catalogPart(part).skuId) ?? 0),
  );
  return [
    ...held,
    { part: 'FLOW_FREE', enabled: 10_000 },
    // owned and not yet given to anybody
    { part: 'Microsoft_Teams_Rooms_Pro', enabled: 25 },
    { part: 'SHAREPOINTSTORAGE', enabled: 50, appliesTo: 'Company' },
  ];
}

function stocked(part: string, supply: Supply, holders: number): Stock {
  const share = (percent: number): number => Math.ceil((holders * percent) / 100);
  switch (supply) {
    case 'plenty':
      return { part, enabled: roundUp(holders + share(12) + 10, 25) };
    case 'few':
      return { part, enabled: holders + share(1) + 5 };
    case 'none':
      return { part, enabled: holders };
    case 'overdrawn':
      return { part, enabled: holders - share(3) };
    case 'partlyInGrace':
      return { part, enabled: holders - share(10), warning: share(15) };
    case 'inGrace':
      return { part, enabled: 0, warning: holders + 10, status: 'Warning' };
    case 'suspended':
      return { part, enabled: 0, suspended: holders + 5, status: 'Suspended' };
  }
}

const roundUp = (count: number, step: number): number => Math.ceil(count / step) * step;
