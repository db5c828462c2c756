import { scriptUrl } from '#base/script-url.ts';

/** A window that must not be reloaded holds this lock, shared. */
export const HELD_LOCK = 'seatwise-held';

const SERVICE_WORKER = '/service-worker.js';
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
 * takes over by itself.
 */
export async function watchUpdates(listener: UpdateListener): Promise<Updates> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(scriptUrl(SERVICE_WORKER), { scope: '/' });
  workbox.addEventListener('waiting', ({ sw }) => {
    void isFirst(sw).then((first) => {
      if (first) return;
      listener.waiting();
      // a page loaded before the first service worker is not told by `controlling`
      sw?.addEventListener('statechange', () => {
        if (sw.state === 'activated') listener.tookOver();
      });
    });
  });
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate === true) listener.tookOver();
    else listener.ready();
  });
  workbox.addEventListener('redundant', () => {
    void isServed().then((served) => {
      if (!served) listener.failed();
    });
  });
  const registration = await workbox.register();
  const check = (): void => {
    // without a network there is nothing to find
    if (navigator.onLine) void registration?.update().catch(() => undefined);
  };
  const back = (): void => {
    if (document.visibilityState === 'visible') check();
  };
  const timer = setInterval(check, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', back);
  return {
    takeOver: async () => {
      if (await someWindowIsHeld()) return false;
      workbox.messageSkipWaiting();
      return true;
    },
    stop: () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
    },
  };
}

/** A copy that a newer one takes the place of is no loss. */
async function isServed(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (registration?.active ?? null) !== null;
}

/** A slow browser lets also the first one wait for a moment: there is no older version to replace. */
async function isFirst(waiting: ServiceWorker | undefined): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  const active = registration?.active ?? null;
  return active === null || active === waiting;
}

async function someWindowIsHeld(): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  const state = await locks?.query();
  return state?.held?.some((lock) => lock.name === HELD_LOCK) ?? false;
}
