import { servicePlanId } from '#licenses/ids.ts';
import type { Severity } from './severity.ts';
import type { FactId, RuleFact } from './rule-fact.ts';

interface Documented {
  readonly name: string;
  readonly subject: string;
  /** Any one of these is enough. */
  readonly anyOf: readonly string[];
  readonly severity: Severity;
  readonly confidence: RuleFact['confidence'];
  readonly source: string;
  /** A source without a date of its own carries the day on which it was read. */
  readonly date: string;
}

const EXCHANGE_S_ENTERPRISE = 'efb87545-963c-4e0d-99df-69c6916d9eb0';
const EXCHANGE_S_STANDARD = '9aaf7827-d63c-4b61-89c3-182f06f82e5c';
const EXCHANGE_S_DESKLESS = '4a82b400-a79f-41a4-b4e2-e94f5787b113';
const SHAREPOINTENTERPRISE = '5dbe027f-2339-4123-9542-606e4d348a72';
const MCOSTANDARD = '0feaeb32-d00e-4d66-bd5a-43b5b83db82c';
const MCOIMP = 'afc06cb0-b4f4-4473-8286-d644f70d8faf';
const MCOEV = '4828c8ec-dc2e-4779-b502-87ac9ce28ab7';
const TEAMS1 = '57ff2da0-773e-42df-b2af-ffb7a2317929';
const RMS_S_ENTERPRISE = 'bea4c11e-220a-4e6d-8eb8-8ea15d019f90';

const GROUP_PROBLEMS =
  'Microsoft Learn, "Identify and resolve license assignment problems for a group"';
const PHONE =
  'Public scripts for Teams telephony that quote the cloud or treat it so; Microsoft publishes no list';

const calling = (name: string, subject: string): Documented => ({
  name,
  subject,
  anyOf: [MCOEV],
  severity: 'info',
  confidence: 'medium',
  source: PHONE,
  date: '2026-08-21',
});

const documented: readonly Documented[] = [
  {
    name: 'SHAREPOINT_PROJECT',
    subject: 'fe71d6c3-a2ea-4499-9778-da042bf08063',
    anyOf: [SHAREPOINTENTERPRISE],
    severity: 'blocking',
    confidence: 'high',
    source:
      'A refusal of Microsoft Graph, published word for word: "License assignment failed because service plan fe71d6c3-a2ea-4499-9778-da042bf08063 depends on the service plan(s) 5dbe027f-2339-4123-9542-606e4d348a72"',
    date: '2026-08-21',
  },
  {
    name: 'MCOEV',
    subject: MCOEV,
    anyOf: [MCOSTANDARD, TEAMS1],
    severity: 'info',
    confidence: 'medium',
    source: PHONE,
    date: '2026-08-21',
  },
  calling('MCOPSTN1', '4ed3ff63-69d7-4fb7-b984-5aec7f605ca8'),
  calling('MCOPSTN2', '5a10155d-f5c1-411a-a8ec-e99aae125390'),
  calling('MCOPSTN5', '54a152dc-90de-4996-93d2-bc47e670fc06'),
  {
    name: 'MCOMEETADV',
    subject: '3e26ee1f-8a5f-4d52-aee2-b81ce45c8f40',
    anyOf: [MCOSTANDARD, MCOIMP, TEAMS1],
    severity: 'info',
    confidence: 'medium',
    source: `${GROUP_PROBLEMS}: "Audio Conferencing is dependent on Skype for Business"; the list is not given, and Teams Rooms Basic has it with Teams alone`,
    date: '2025-03-03',
  },
  {
    name: 'THREAT_INTELLIGENCE',
    subject: '8e0c0a52-6a6c-4d40-8370-dd62790dcd70',
    anyOf: [EXCHANGE_S_ENTERPRISE, EXCHANGE_S_STANDARD, EXCHANGE_S_DESKLESS],
    severity: 'info',
    confidence: 'low',
    source:
      'A public script in production: "needs an Exchange Online plan"; Microsoft publishes no list',
    date: '2026-08-21',
  },
  {
    name: 'RMS_S_PREMIUM',
    subject: '6c57d4b6-3b23-47a5-9bc9-69f17b4947b3',
    anyOf: [RMS_S_ENTERPRISE],
    severity: 'info',
    confidence: 'medium',
    source:
      'Azure documentation of 2018: "To assign a license that contains Azure Information Protection Plan 1, you must also assign one of the following service plans: Azure Rights Management"',
    date: '2018-12-31',
  },
  {
    name: 'O365_SB_Relationship_Management',
    subject: '5bfe124c-bbdc-4494-8835-f1297d457d79',
    anyOf: [EXCHANGE_S_ENTERPRISE, EXCHANGE_S_STANDARD],
    severity: 'warning',
    confidence: 'high',
    source: 'Microsoft support article KB 3209493 (Outlook Customer Manager, retired in 2020)',
    date: '2024-10-24',
  },
  {
    name: 'WORKPLACE_ANALYTICS',
    subject: 'f477b0f0-3bb1-4890-940c-40fcee6ce05f',
    anyOf: [EXCHANGE_S_STANDARD, EXCHANGE_S_ENTERPRISE],
    severity: 'warning',
    confidence: 'high',
    source: GROUP_PROBLEMS,
    date: '2025-03-03',
  },
];

/**
 * Which service plan needs which others, as far as public sources say; there is no complete list.
 * `blocking` only where a refusal of the cloud was published with both GUIDs (SHAREPOINT_PROJECT),
 * `warning` only where Microsoft published what is needed. The others are information: their lists
 * are from prose or scripts, which may leave alternatives out. So is RMS_S_PREMIUM, because
 * Microsoft 365 F1 has it without what it is said to need. Left out: Office for the web on
 * SharePoint, whose list ends in "etc." and which many products carry without SharePoint.
 */
export const documentedDependencies: readonly RuleFact[] = documented.map(
  ({ name, subject, anyOf, severity, confidence, source, date }) => ({
    id: `documented:requires:${name}` as FactId,
    relation: {
      kind: 'requiresAnyOf',
      subject: servicePlanId(subject),
      anyOf: anyOf.map(servicePlanId),
    },
    severity,
    origin: 'documented',
    source,
    date,
    confidence,
    scope: { kind: 'everywhere' },
    enabled: true,
  }),
);
