import { groupNames } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { Held } from './compare-states.ts';

/** How a user holds a product at one time: `assigned directly, off: Sway`. */
export function heldWords(held: Held, m: Messages, names: NamesView): string {
  const text = m.drift;
  if (held === null) return text.absent;
  const groups = groupNames(
    { m, names },
    held.groups.map(({ id }) => id),
  );
  const path = held.pathUnknown
    ? text.assigned
    : held.groups.length === 0
      ? text.direct
      : held.direct
        ? text.both(groups)
        : text.throughGroups(groups);
  const off = (held.servicePlansOff ?? []).map(({ name }) => name);
  if (off.length === 0) return path;
  return text.withOff(path, off.join(m.words.listSeparator));
}
