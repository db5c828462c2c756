// The kill switch: a host that puts this file in the place of `service-worker.js` takes the offline copy
// of the app back from every browser that comes by, with or without the app's own help. `docs/deploy.md`
// says how. What people planned and imported stands in IndexedDB, which nothing here touches.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** Files that another app shared, and that Import has not taken yet: no copy of ours. */
const NOT_OURS = 'seatwise-shared';

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('activate', (event) => event.waitUntil(end()));

async function end() {
  const names = await caches.keys().catch(() => []);
  const copies = names.filter((name) => name !== NOT_OURS);
  await Promise.allSettled(copies.map((name) => caches.delete(name)));
  await worker.registration.unregister();
  // The pages that were served from the copy load anew, from the host. The app registers this file once
  // more then; it serves no page, so it goes without loading any.
  const pages = await worker.clients.matchAll({ type: 'window' });
  await Promise.allSettled(
    pages.map((page) => /** @type {WindowClient} */ (page).navigate(page.url)),
  );
}
