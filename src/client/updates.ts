import { scriptUrl } from '#base/script-url.ts';
import { someWindowIsHeld } from './held-windows.ts';

const SERVICE_WORKER = '/service-worker.js';
const LETS_ITSELF_IN_MS = 200;
const CHECK_EVERY_MS = 60 * 60 * 1000;

export interface UpdateListener {
  /** The first offline copy is whole: from now on the app needs no network. */
  ready(): void;
  /** The first offline copy could not be kept: the app needs the network. */
  failed(): void;
  /** A new version is here and waits. */
  waiting(): void;
  /** The new version serves this page from now on, on the word of this window or another: reload. */
  tookOver(): void;
}

export interface Updates {
  /** Lets the new version take over; false where some window is in the middle of something. */
  takeOver(): Promise<boolean>;
  stop(): void;
}

/**
 * Registers the service worker, which keeps the app for use without a network, and watches for a
 * new version: on every start, every hour, and when the person comes back to the window. It never
 * takes over by itself. What came before the watch began is seen too: it goes by what is there, not
 * by what the browser tells.
 *
 * @param servedBy the worker that this page came from, taken before anything could be awaited
 */
export async function watchUpdates(
  listener: UpdateListener,
  servedBy: ServiceWorker | null,
): Promise<Updates> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(scriptUrl(SERVICE_WORKER), { scope: '/' });
  // a page that was loaded past the worker runs a version no newer than that one's
  let served = servedBy ?? registration.active;
  let told: ServiceWorker | null = null;
  const followed = new WeakSet<ServiceWorker>();

  const look = (): void => {
    const { installing, waiting, active } = registration;
    if (installing !== null && !followed.has(installing)) {
      followed.add(installing);
      installing.addEventListener('statechange', look);
    }
    const next = [waiting, installing].find((worker) => worker?.state === 'installed') ?? null;
    // the first one waits for a moment too: there is no older version to replace
    if (next !== null && active !== null && next !== told) {
      told = next;
      // and so does one that lets itself in: nobody is asked about that
      setTimeout(() => {
        if (next.state === 'installed') listener.waiting();
      }, LETS_ITSELF_IN_MS);
    }
    const isComing = installing !== null && installing.state !== 'redundant';
    if (!isComing && waiting === null && active === null) listener.failed();
  };
  const lookWhoServes = (): void => {
    const { controller } = serviceWorker;
    if (controller === null || controller === served) return;
    // the kill switch loads the page itself before it is done
    if (controller.state === 'activating') {
      controller.addEventListener('statechange', lookWhoServes, { once: true });
      return;
    }
    const isFirst = served === null;
    served = controller;
    if (isFirst) listener.ready();
    else listener.tookOver();
  };
  registration.addEventListener('updatefound', look);
  serviceWorker.addEventListener('controllerchange', lookWhoServes);
  look();
  lookWhoServes();

  const check = (): void => {
    // without a network there is nothing to find
    if (navigator.onLine) void registration.update().catch(() => undefined);
  };
  const back = (): void => {
    if (document.visibilityState === 'visible') check();
  };
  const timer = setInterval(check, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', back);
  return {
    takeOver: async () => {
      if (await someWindowIsHeld()) return false;
      registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
      return true;
    },
    stop: () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
      registration.removeEventListener('updatefound', look);
      serviceWorker.removeEventListener('controllerchange', lookWhoServes);
    },
  };
}
