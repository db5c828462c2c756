import type { Messages } from '#messages/messages.ts';
import type { HeldView } from '#worker/licenses/license-types.ts';

/** How a user got a license, in words: directly, from groups, or both. */
export function licenseSource(
  m: Pick<Messages, 'user' | 'words'>,
  { direct, groups, pathUnknown }: Pick<HeldView, 'direct' | 'groups' | 'pathUnknown'>,
): string {
  const names = groups.map(({ id, name }) => name ?? id).join(m.words.listSeparator);
  if (direct && names !== '') return m.user.directAndGroup(names);
  if (names !== '') return m.user.fromGroup(names);
  return pathUnknown ? m.words.notInFile : m.words.direct;
}
