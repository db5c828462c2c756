import { groupId } from '#licenses/ids.ts';
import { catalogPart } from './catalog-part.ts';
import { optionalPlans } from './optional-plans.ts';
import { randomGuid, type Random } from './random.ts';
import type { SampleGroup } from './sample-group.ts';

/** `key, product given, name`; no name where no file brought one. */
const table: readonly (readonly [key: string, part: string, name: string | null])[] = [
  ['knowledge', 'SPE_E3', 'Knowledge workers'],
  ['frontline', 'SPE_F1', 'Frontline'],
  ['phones', 'MCOEV', 'Desk phones'],
  ['copilot', 'Microsoft_365_Copilot', 'Copilot pilot'],
  ['reports', 'POWER_BI_PRO', 'Report readers'],
  ['engineering', 'SPE_E5', 'Engineering'],
  ['devices', 'EMS', 'Managed devices'],
  ['service', 'STANDARDPACK', 'Customer service'],
  ['admins', 'AAD_PREMIUM_P2', null],
  ['branches', 'SPB', null],
];

/** The groups by which roles get licenses; each switches off a few service plans of what it gives. */
export function roleGroups(random: Random): SampleGroup[] {
  return table.map(([key, part, name]) => ({
    key,
    id: groupId(randomGuid(random)),
    name,
    off: optionalPlans(catalogPart(part)).filter(() => random.chance(0.12)),
  }));
}
