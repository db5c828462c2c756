import type { GroupId, ServicePlanId } from '#licenses/ids.ts';

/** A group that gives licenses to its members. */
export interface SampleGroup {
  /** How the tables of sample people call it. */
  readonly key: string;
  readonly id: GroupId;
  /** Null for one whose name no file brought, so that its id is shown. */
  readonly name: string | null;
  /** Service plans that it switches off in the product it gives. */
  readonly off: readonly ServicePlanId[];
}

/** The names of the groups that have one. */
export const groupNames = (groups: readonly SampleGroup[]): Map<GroupId, string> =>
  new Map(groups.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));

/** The names of all groups, as only their cloud knows them. */
export const allGroupNames = (groups: readonly SampleGroup[]): Map<GroupId, string> =>
  new Map(groups.map(({ id, key, name }) => [id, name ?? nameOfKey(key)]));

const nameOfKey = (key: string): string =>
  key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');
