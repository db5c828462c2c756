/** A window that must not be reloaded holds this lock, shared. */
export const HELD_LOCK = 'seatwise-held';

/** False also where the browser does not say. */
export async function someWindowIsHeld(): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  const state = await locks?.query();
  return state?.held?.some((lock) => lock.name === HELD_LOCK) ?? false;
}
