import { forgetShared } from '#base/shared-files.ts';
import type { Client } from '#client/client.ts';

/**
 * Deletes everything that Seatwise keeps in this browser and starts it anew. The offline copy of the
 * app, which holds nothing of the person's, goes too, but only with a network: else the app could not
 * come back.
 */
export async function wipeDevice(client: Client): Promise<void> {
  await client.api.wipe();
  localStorage.clear();
  sessionStorage.clear();
  if (isSecureContext) await forgetShared();
  // both exist on secure addresses only
  if (navigator.onLine && isSecureContext) await deleteOfflineCopy();
  location.replace('/');
}

async function deleteOfflineCopy(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
}
