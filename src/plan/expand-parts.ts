import type { Case } from './case.ts';
import { expand, type Expansion } from './expand.ts';
import type { Ground } from './ground.ts';
import { isParts, type Drafted, type Part } from './part.ts';

const NOBODY = -1;

/** Every part judged alone, then all of them in one order: that of `users`. */
function join(ground: Ground, users: Uint32Array, parts: readonly Part[]): Expansion {
  const cases: Case[] = [];
  const counts: number[] = [];
  const caseAt = new Int32Array(ground.table.count).fill(NOBODY);
  const read = parts.flatMap(({ draft, users: those }, part) => {
    const one = expand(ground, those, draft, part);
    one.users.forEach((position, i) => {
      caseAt[position] = cases.length + (one.caseOf[i] ?? 0);
    });
    for (const each of one.cases) cases.push(each);
    for (const count of one.counts) counts.push(count);
    return one.parts;
  });
  const planned = users.filter((position) => caseAt[position] !== NOBODY);
  const caseOf = planned.map((position) => caseAt[position] ?? 0);
  return { parts: read, users: planned, caseOf, cases, counts: Uint32Array.from(counts) };
}

/**
 * Judges one draft for everybody, or each part for its own users (disjoint, all of them in `users`).
 * `users` are positions in display order, which decides over all parts who gets the last units;
 * gone ones and those of no part drop out.
 */
export const expandParts = (ground: Ground, users: Uint32Array, drafted: Drafted): Expansion =>
  isParts(drafted) ? join(ground, users, drafted) : expand(ground, users, drafted);
