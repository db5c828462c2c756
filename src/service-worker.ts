import {
  cleanupOutdatedCaches,
  PrecacheController,
  type PrecacheEntry,
  PrecacheRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { forgetShared, keepShared } from '#base/shared-files.ts';

type ShellFile = PrecacheEntry & {
  /** It also comes in the one file of all small ones. */
  readonly packed?: true;
};

// The build looks for these two literal texts: it puts the list of files there, and the address of the
// one file with the texts of the small ones.
declare const self: ServiceWorkerGlobalScope & {
  readonly __PRECACHE: ShellFile[];
  readonly __PACK: string;
};

/** The only places outside that anything of ours may talk to. */
const ALLOWED_ORIGINS: readonly string[] = [
  'https://graph.microsoft.com',
  'https://login.microsoftonline.com',
];

const files = self.__PRECACHE;

/** As many files are fetched at once. More would be asked of the host while the page still loads. */
const AT_ONCE = 8;

/** The library fetches file by file: on a slow line most of the time would go by waiting for answers. */
class SideBySide extends PrecacheController {
  override install(event: ExtendableEvent): ReturnType<PrecacheController['install']> {
    const installed = this.#fetchAll(event);
    event.waitUntil(installed);
    return installed;
  }

  async #fetchAll(event: ExtendableEvent): ReturnType<PrecacheController['install']> {
    // what is missing then is fetched by itself
    await this.#unpack().catch(() => undefined);
    const queue = this.getURLsToCacheKeys().entries();
    const fetchOn = async (): Promise<void> => {
      // the lanes share the queue: each takes what is next
      for (const [url, cacheKey] of queue) {
        // a file whose name tells its content may come from where the page just got it
        const cache = url === cacheKey ? 'default' : 'reload';
        const request = new Request(url, { cache, credentials: 'same-origin' });
        await Promise.all(this.strategy.handleAll({ params: { cacheKey }, request, event }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchOn));
    return { updatedURLs: [], notUpdatedURLs: [] };
  }

  async #unpack(): Promise<void> {
    const cache = await caches.open(this.strategy.cacheName);
    const there = new Set((await cache.keys()).map(({ url }) => url));
    const isMissing = ({ url, packed }: ShellFile): boolean =>
      packed === true && !there.has(new URL(url, self.location.href).href);
    const missing = files.filter(isMissing);
    if (missing.length === 0) return;
    const answer = await fetch(self.__PACK);
    const texts = (await answer.json()) as Readonly<Record<string, string | undefined>>;
    const put = async ({ url }: ShellFile): Promise<void> => {
      const text = texts[url];
      const type = url.endsWith('.css') ? 'text/css' : 'text/javascript';
      const headers = { 'Content-Type': `${type}; charset=utf-8` };
      if (text !== undefined) await cache.put(url, new Response(text, { headers }));
    };
    await Promise.all(missing.map(put));
  }
}

const shell = new SideBySide();
shell.precache(files);
registerRoute(new PrecacheRoute(shell));
cleanupOutdatedCaches();
// /auth/ is the page to which the sign-in page sends people back; it is never ours to answer
registerRoute(
  new NavigationRoute(shell.createHandlerBoundToURL('index.html'), { denylist: [/^\/auth\//] }),
);

// Files that another app shares with this one (`share_target` of the manifest) go no further than to Import.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/share',
  async ({ request }) => {
    try {
      const shared = (await request.formData()).getAll('files');
      await keepShared(shared.filter((file) => file instanceof File));
      return Response.redirect('/import?shared', 303);
    } catch {
      await forgetShared();
      return Response.redirect('/import?shared=lost', 303);
    }
  },
  'POST',
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
