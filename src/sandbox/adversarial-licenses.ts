import { canonicalSet, type LicenseSet } from '#licenses/license-set.ts';
import { catalogPart } from './catalog-part.ts';
import { assignmentFrom } from './holding.ts';
import type { Random } from './random.ts';

/** The parts that may meet in any combination: the worst case for everything that works per distinct set. */
const parts =
  'SPE_E3 SPE_E5 SPE_F1 STANDARDPACK ENTERPRISEPACK EXCHANGESTANDARD VISIOCLIENT PROJECTPROFESSIONAL POWER_BI_PRO EMS MCOEV MCOMEETADV FLOW_FREE Microsoft_Teams_Premium'.split(
    ' ',
  );

/** Three to eight products with any of their service plans off: nearly nobody holds the same as another. */
export function adversarialLicenses(random: Random): LicenseSet {
  const count = 3 + random.below(6);
  const chosen = Array.from({ length: count }, () => catalogPart(random.pick(parts)));
  return canonicalSet(
    chosen.map(({ skuPartNumber, servicePlans }) => {
      const off = servicePlans
        .filter(({ appliesTo }) => appliesTo === 'User' && random.chance(0.15))
        .map(({ id }) => id);
      return assignmentFrom({ part: skuPartNumber, direct: true, off, group: null }, []);
    }),
  );
}
