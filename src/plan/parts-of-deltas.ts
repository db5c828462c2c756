import type { Delta } from './delta.ts';
import { isEmptyDraft, type Part } from './draft.ts';
import { draftOfDelta } from './draft-of-delta.ts';

/** One part for all users whose deltas ask for the same; who is asked for nothing is in none. */
export function partsOfDeltas(
  deltas: Iterable<{ readonly position: number; readonly delta: Delta }>,
): Part[] {
  const found = new Map<string, { draft: Part['draft']; users: number[] }>();
  const drafts = new Map<Delta, { draft: Part['draft']; key: string }>();
  for (const { position, delta } of deltas) {
    let known = drafts.get(delta);
    if (known === undefined) {
      const draft = draftOfDelta(delta);
      drafts.set(delta, (known = { draft, key: JSON.stringify(draft) }));
    }
    const { draft, key } = known;
    if (isEmptyDraft(draft)) continue;
    const part = found.get(key) ?? { draft, users: [] };
    part.users.push(position);
    found.set(key, part);
  }
  return [...found.values()].map(({ draft, users }) => ({
    draft,
    users: Uint32Array.from(users),
  }));
}
