import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

// The build looks for the literal text `self.__PRECACHE` and puts the list of files there.
declare const self: ServiceWorkerGlobalScope & { readonly __PRECACHE: PrecacheEntry[] };

/** The only places outside that anything of ours may talk to. */
const ALLOWED_ORIGINS: readonly string[] = [
  'https://graph.microsoft.com',
  'https://login.microsoftonline.com',
];

precacheAndRoute(self.__PRECACHE);
cleanupOutdatedCaches();
// /auth/ is the page to which the sign-in page sends people back; it is never ours to answer
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/^\/auth\//] }),
);

// The first visit is served from here too: without a network its next screens would be missing, and
// a newer version would find no page to wait for. Later versions come only when a person lets them in.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

// A page's own policy does not bind its workers; this does: no request of ours goes elsewhere.
// Allowed requests are not touched here, so no token and no answer passes through this file.
self.addEventListener('fetch', (event) => {
  const { origin, protocol } = new URL(event.request.url);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  if (!isWeb || origin === self.location.origin || ALLOWED_ORIGINS.includes(origin)) return;
  event.respondWith(Response.error());
});

self.addEventListener('message', (event) => {
  const message = event.data as { type?: unknown } | null;
  if (message?.type === 'SKIP_WAITING') void self.skipWaiting();
});
