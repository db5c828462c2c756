import { partPace, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { detectGraphJson, graphErrorIn } from '#graph/detect-graph-json.ts';
import { groupsFromGraph } from '#graph/groups.ts';
import { parseJsonFile } from '#graph/json-file.ts';
import { productsFromSkus } from '#graph/products.ts';
import { usersFromGraph } from '#graph/users.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { CustomerParts } from './customer-parts.ts';
import { unread, type ReadFile } from './read-file.ts';

/** Reads one JSON file of Graph answers into `parts`. */
export async function readGraphFile(
  file: File,
  parts: CustomerParts,
  pace: Pace,
): Promise<Result<ReadFile, ImportProblem>> {
  const { name } = file;
  // all of it is read, then understood, then taken: each counts a third
  const { size } = file;
  const third = (nth: 0 | 1 | 2): Pace =>
    partPace(pace, { before: nth * size, size, total: 3 * size });
  const json = await parseJsonFile(file, third(0));
  if (!json.ok) return json;
  const { value, encoding } = json.value;
  const about = { ...unread(file), encoding };
  switch (detectGraphJson(value)) {
    case 'users': {
      const users = await usersFromGraph({ file: name, value }, parts.licenses, {
        warn: parts.warn,
        pace: third(1),
      });
      if (!users.ok) return users;
      await parts.addGraphUsers(users.value, file, third(2));
      return ok({ ...about, kind: 'graphUsers', users: users.value.users.length });
    }
    case 'skus': {
      const products = productsFromSkus(name, value);
      if (!products.ok) return products;
      parts.addProducts(products.value, file);
      return ok({ ...about, kind: 'graphSkus', products: products.value.products.length });
    }
    case 'groups': {
      const groups = groupsFromGraph(name, value);
      if (!groups.ok) return groups;
      parts.addGroups(groups.value, file);
      return ok({ ...about, kind: 'graphGroups', groups: groups.value.size });
    }
    case 'unknown': {
      const received = graphErrorIn(value);
      if (received === null) return fail({ kind: 'notRecognised', file: name });
      return fail({
        kind: 'wrongShape',
        file: name,
        path: 'error',
        expected: '"value": […]',
        received,
      });
    }
  }
}
