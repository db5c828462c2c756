import { partPace, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { detectGraphJson, graphErrorIn } from '#graph/detect-graph-json.ts';
import { groupsFromGraph } from '#graph/groups.ts';
import { parseJsonFile } from '#graph/json-file.ts';
import { productsFromSkus } from '#graph/products.ts';
import { UserStream } from '#graph/user-stream.ts';
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
  const { name, size } = file;
  const { licenses, warn } = parts;
  // what is read is understood, and then taken: each counts for half
  const half = (nth: 0 | 1): Pace => partPace(pace, { before: nth * size, size, total: 2 * size });
  const stream = new UserStream({ file: name, licenses, warn });
  const json = await parseJsonFile(file, half(0), stream);
  if (!json.ok) return json;
  const { value, encoding } = json.value;
  const about = { ...unread(file), encoding };
  const taking = half(1);
  const streamed = stream.usersOf(value);
  const isStreamed = streamed !== null && streamed !== 'unknown';
  switch (isStreamed ? 'users' : (streamed ?? detectGraphJson(value))) {
    case 'users': {
      const users = isStreamed
        ? await streamed.end(taking)
        : await usersFromGraph({ file: name, value }, licenses, { warn, pace: taking });
      if (!users.ok) return users;
      await parts.addGraphUsers(users.value, file, taking);
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
