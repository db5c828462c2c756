import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { detectGraphJson, graphErrorIn } from '#graph/detect-graph-json.ts';
import { groupsFromGraph } from '#graph/groups.ts';
import { parseJsonFile } from '#graph/json-file.ts';
import { productsFromSkus } from '#graph/products.ts';
import { usersFromGraph } from '#graph/users.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { CustomerParts } from './customer-parts.ts';
import { filePace } from './files-pace.ts';
import { unread, type ReadFile } from './read-file.ts';

/** Reads one JSON file of Graph answers into `parts`. */
export async function readGraphFile(
  file: File,
  parts: CustomerParts,
  pace: Pace,
): Promise<Result<ReadFile, ImportProblem>> {
  const { name } = file;
  // first all of it is read, then taken: each counts half
  const { size } = file;
  const half = (before: number): Pace => filePace(pace, { before, size, total: 2 * size });
  const json = await parseJsonFile(file, half(0));
  if (!json.ok) return json;
  const { value, encoding } = json.value;
  const about = { ...unread(file), encoding };
  switch (detectGraphJson(value)) {
    case 'users': {
      const users = await usersFromGraph({ file: name, value }, parts.licenses, {
        warn: parts.warn,
        pace: half(file.size),
      });
      if (!users.ok) return users;
      await parts.addGraphUsers(users.value, file, half(file.size));
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
