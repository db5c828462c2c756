import type { Settings } from '#worker/device/settings-types.ts';
import type { Session } from '#routes/session.svelte.ts';

/** Keeps a part of the settings and says so; gives false where the device refused. */
export async function keep(session: Session, part: Partial<Settings>): Promise<boolean> {
  try {
    await session.changeSettings(part);
  } catch {
    session.announce(session.m.settings.notSaved);
    return false;
  }
  // in the language that may just have been chosen
  session.announce(session.m.settings.saved);
  return true;
}
