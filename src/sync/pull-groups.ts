import { ok, type Result } from '#base/result.ts';
import { groupsFromGraph } from '#graph/groups.ts';
import type { GroupId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { UserRecord } from '#users/user-record.ts';
import { sendBatch } from './graph-batch.ts';
import type { GraphGet, ReadFailure } from './graph-get.ts';
import { BATCH } from './limits.ts';

/** The groups by which somebody holds licenses. Users share set objects, so this is a look per distinct set. */
export class HoldingGroups {
  readonly #sets = new Set<LicenseSet>();

  add(users: readonly UserRecord[]): void {
    for (const { licenses } of users) if (licenses !== null) this.#sets.add(licenses);
  }

  ids(): Set<GroupId> {
    const groups = new Set<GroupId>();
    for (const set of this.#sets) {
      for (const { paths } of set) {
        for (const { via } of paths) if (via.kind === 'group') groups.add(via.groupId);
      }
    }
    return groups;
  }
}

/**
 * The names of groups, those that can be read: names need a permission that Seatwise does not ask for,
 * and ids are shown without it.
 */
export async function groupNames(
  get: GraphGet,
  ids: ReadonlySet<GroupId>,
): Promise<Result<ReadonlyMap<GroupId, string>, ReadFailure>> {
  const names = new Map<GroupId, string>();
  const open = [...ids];
  while (open.length > 0) {
    const asked = open.splice(0, BATCH);
    const parts = asked.map(
      (id) => ({ method: 'GET', url: `/groups/${id}?$select=id,displayName` }) as const,
    );
    const replies = await get.ask(() => sendBatch(get.wire, parts));
    if (!replies.ok) return replies.error.kind === 'noAccess' ? ok(names) : replies;
    for (const reply of replies.value) {
      if (reply?.status !== 200) continue;
      const group = groupsFromGraph('groups', reply.body);
      if (group.ok) for (const [id, name] of group.value) names.set(id, name);
    }
  }
  return ok(names);
}
