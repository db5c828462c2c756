import type { Preview } from '#plan/preview.ts';
import type { ManageView } from '#worker/manage/manage-types.ts';

/** The numbers that the Save button says. */
export interface SaveParts {
  readonly users: number;
  readonly assigns: number;
  readonly revokes: number;
  /** Users × swaps. */
  readonly swaps: number;
  readonly locations: number;
  /** Users × products whose service plans change. */
  readonly servicePlans: number;
  /** Users who are not here yet and get something. */
  readonly awaited: number;
  /** Licenses that are missing for everybody to be planned. */
  readonly short: number;
  /** Something would be planned, or only a shortage stands in the way. */
  readonly any: boolean;
}

/** What Save would do, for the words on its button; `awaited`: names of users who are not here yet and get something. */
export function savePartsOf(preview: Preview, awaited: number): SaveParts {
  return {
    users: preview.users,
    assigns: preview.assigns,
    revokes: preview.revokes,
    swaps: preview.swaps.reduce((sum, { users }) => sum + users, 0),
    locations: preview.locationsSet,
    servicePlans: preview.products.reduce((sum, one) => sum + one.servicePlanChanges, 0),
    short: preview.shortages.reduce((sum, { short }) => sum + short, 0),
    awaited,
    any: preview.changed > 0 || awaited > 0 || preview.shortages.length > 0,
  };
}

/** How many users who are not here yet get something: all that are waited for, or none. */
export const waitingFor = ({ awaited: { names, needed } }: ManageView): number =>
  Object.keys(needed).length === 0 ? 0 : names.length;
