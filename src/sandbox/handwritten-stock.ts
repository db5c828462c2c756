import { groupId } from '#licenses/ids.ts';
import { planInPart } from './catalog-part.ts';
import type { SampleGroup } from './sample-group.ts';
import type { Stock } from './stock.ts';

/** What the clinic owns: something to meet every kind of issue with. */
export const clinicStock: readonly Stock[] = [
  { part: 'SPE_E3', enabled: 10 },
  { part: 'SPE_E5', enabled: 3 },
  { part: 'SPE_F1', enabled: 8 },
  { part: 'SPB', enabled: 6 },
  { part: 'O365_BUSINESS_PREMIUM', enabled: 4 },
  { part: 'STANDARDPACK', enabled: 3 },
  // as many as are in use
  { part: 'ENTERPRISEPACK', enabled: 2 },
  { part: 'VISIOCLIENT', enabled: 3 },
  { part: 'EXCHANGESTANDARD', enabled: 5 },
  // fewer than are in use
  { part: 'EXCHANGEENTERPRISE', enabled: 2 },
  { part: 'PROJECTPROFESSIONAL', enabled: 4 },
  { part: 'POWER_BI_PRO', enabled: 0, warning: 5, status: 'Warning' },
  { part: 'PBI_PREMIUM_PER_USER', enabled: 0, suspended: 3, status: 'Suspended' },
  { part: 'EMS', enabled: 12 },
  { part: 'MCOEV', enabled: 5 },
  { part: 'MCOMEETADV', enabled: 5 },
  { part: 'FLOW_FREE', enabled: 10_000 },
  { part: 'SHAREPOINTSTORAGE', enabled: 1, appliesTo: 'Company' },
];

/** The clinic's groups that give licenses. No file brought the names of the last two. */
export const clinicGroups: readonly SampleGroup[] = [
  {
    key: 'devices',
    id: groupId('c1000000-0000-4000-8000-000000000001'),
    name: 'Managed devices',
    off: [],
  },
  {
    key: 'nurses',
    id: groupId('c1000000-0000-4000-8000-000000000002'),
    name: 'Nurses',
    off: [planInPart('SPE_F1', 'SWAY'), planInPart('SPE_F1', 'YAMMER_ENTERPRISE')],
  },
  {
    key: 'front-desk',
    id: groupId('c1000000-0000-4000-8000-000000000003'),
    name: null,
    off: [planInPart('SPB', 'MICROSOFTBOOKINGS')],
  },
  {
    key: 'reports',
    id: groupId('c1000000-0000-4000-8000-000000000004'),
    name: null,
    off: [],
  },
];

/**
 * The clinic's people: `display name | mailbox | department | usage location | licenses | marks`.
 * No usage location: the user has none. A mailbox with `@` is a guest's home address.
 */
export const clinicPeople = `
Åsa Lindqvist | asa.lindqvist | Management | SE | SPE_E5 VISIOCLIENT FLOW_FREE
Chidi Okafor | chidi.okafor | Management | SE | SPE_E5!SWAY VISIOCLIENT PBI_PREMIUM_PER_USER
Zoë van der Meer | zoe.vandermeer | IT | NL | SPE_E3 EMS&devices VISIOCLIENT PROJECTPROFESSIONAL!SHAREPOINTENTERPRISE
李国强 | guoqiang.li | IT | SE | SPE_E3!SWAY!YAMMER_ENTERPRISE EMS@devices PROJECTPROFESSIONAL FLOW_FREE
陳美玲 | meiling.chan | Finance | SE | ENTERPRISEPACK EXCHANGESTANDARD POWER_BI_PRO&reports
Søren Ødegård | soren.odegard | Finance | NO | ENTERPRISEPACK!KAIZALA_O365_P3!STREAM_O365_E3 EMS@devices POWER_BI_PRO FLOW_FREE
Rene\u0301e Dupre\u0301 | renee.dupre | Finance | FR | SPE_E3!YAMMER_ENTERPRISE EXCHANGESTANDARD POWER_BI_PRO@reports
Łukasz Wiśniewski | lukasz.wisniewski | Doctors | PL | SPE_E3 MCOMEETADV EMS@devices
محمد الحسن | mohammed.alhassan | Doctors | SE | SPE_E3!SWAY MCOEV MCOMEETADV
فاطمة الزهراء | fatima.alzahra | Doctors | SE | SPE_E3 MCOEV EMS@devices
Sigrún Jónsdóttir | sigrun.jonsdottir | Doctors | AQ | SPE_E3
İpek Yıldız | ipek.yildiz | Doctors | TR | SPE_E3!KAIZALA_O365_P3 EMS@devices FLOW_FREE
王秀英 | xiuying.wang | Nurses | SE | SPE_F1@nurses
Nguyê\u0303n Thị Hạnh | hanh.nguyen | Nurses | SE | SPE_F1@nurses EXCHANGESTANDARD
Siobhán Ní Bhriain | siobhan.nibhriain | Nurses | IE | SPE_F1!STREAM_O365_K&nurses
Jürgen Großmann | juergen.grossmann | Nurses | DE | SPE_F1
Maria da Conceição | maria.conceicao | Nurses |  | SPE_F1@nurses
Tomáš Dvořák | tomas.dvorak | Front desk | CZ | SPB@front-desk
Ana Hernández Núñez | ana.hernandez | Front desk | ES | SPB!SWAY&front-desk MCOMEETADV
Kofi Mensah | kofi.mensah | Front desk | SE | O365_BUSINESS_PREMIUM EXCHANGEENTERPRISE
Björn Åkesson | bjorn.akesson | Facilities | SE | STANDARDPACK EXCHANGEENTERPRISE | blocked
Reception | reception | Front desk | SE | EXCHANGEENTERPRISE
Olena Kovalenko | olena.kovalenko | Nurses |  | 
Laboratory scanner | lab.scanner | IT | SE |  | blocked
Priya Raman (auditor) | priya.raman@ledgerline.example |  |  | 
`;
