import { ok, type Result } from '#base/result.ts';
import { groupId, type GroupId } from '#licenses/ids.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { pagesOf } from './graph-page.ts';
import { readShape } from './read-shape.ts';
import { wireGroup } from './wire.ts';

/** The names of the groups in a parsed groups file; groups without a name are left out. The problem, if any, is a wrongShape. */
export function groupsFromGraph(
  file: string,
  value: unknown,
): Result<ReadonlyMap<GroupId, string>, ImportProblem> {
  const groups = new Map<GroupId, string>();
  for (const { items, pathOf } of pagesOf(value)) {
    for (const [index, item] of items.entries()) {
      const group = readShape(wireGroup, item, { file, path: pathOf(index) });
      if (!group.ok) return group;
      const { id, displayName } = group.value;
      if (displayName) groups.set(groupId(id), displayName);
    }
  }
  return ok(groups);
}
