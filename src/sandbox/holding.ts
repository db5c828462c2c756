import type { ServicePlanId } from '#licenses/ids.ts';
import type { Assignment, Path } from '#licenses/license-set.ts';
import { catalogPart, planInPart } from './catalog-part.ts';
import type { SampleGroup } from './sample-group.ts';

/** A product that a sample person holds, and how. */
export interface Holding {
  readonly part: string;
  readonly direct: boolean;
  /** Service plans switched off on the direct path. */
  readonly off: readonly ServicePlanId[];
  readonly group: string | null;
}

/**
 * Reads what people hold: part numbers with blanks between. `PART` directly, `PART@group` by a group,
 * `PART&group` by both, `PART!PLAN` with a service plan off on the direct path.
 */
export function readHoldings(text: string): Holding[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, what = '', link, group] = /^([^@&]+)(?:([@&])(.+))?$/.exec(word) ?? [];
      const [part = '', ...off] = what.split('!');
      return {
        part,
        direct: link !== '@',
        off: off.map((plan) => planInPart(part, plan)),
        group: group ?? null,
      };
    });
}

const path = (via: Path['via'], disabledPlans: readonly ServicePlanId[]): Path => ({
  via,
  disabledPlans,
  state: 'Active',
  error: null,
});

/** The holding as an assignment; a group that is not in `groups` is a mistake in a table and throws. */
export function assignmentFrom(holding: Holding, groups: readonly SampleGroup[]): Assignment {
  const paths: Path[] = [];
  if (holding.direct) paths.push(path({ kind: 'direct' }, holding.off));
  if (holding.group !== null) {
    const group = groups.find(({ key }) => key === holding.group);
    if (!group) throw new Error(`no sample group ${holding.group}`);
    paths.push(path({ kind: 'group', groupId: group.id }, group.off));
  }
  return { skuId: catalogPart(holding.part).skuId, paths };
}
