import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchUpdates, type Updates } from '#client/updates.ts';

class FakeWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly heard: unknown[] = [];

  postMessage(message: unknown): void {
    this.heard.push(message);
  }

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;

  update(): Promise<void> {
    return Promise.resolve();
  }

  find(worker: FakeWorker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
  }

  installed(worker: FakeWorker): void {
    this.installing = null;
    this.waiting = worker;
    worker.become('installed');
  }

  /** The same, and it waits for somebody's word. */
  waits(worker: FakeWorker): void {
    this.installed(worker);
    vi.advanceTimersByTime(1_000);
  }
}

/** What the browser says of service workers to one page. */
class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();

  register(): Promise<FakeRegistration> {
    return Promise.resolve(this.registration);
  }

  activate(worker: FakeWorker): void {
    this.registration.waiting = null;
    this.registration.active = worker;
    worker.become('activating');
    this.controller = worker;
    this.dispatchEvent(new Event('controllerchange'));
  }

  takesOver(worker: FakeWorker): void {
    this.activate(worker);
    worker.become('activated');
  }
}

let browser: FakeContainer;
let told: string[];
let updates: Updates | undefined;

async function watch(servedBy: FakeWorker | null): Promise<void> {
  const tell = (what: string) => () => void told.push(what);
  updates = await watchUpdates(
    {
      ready: tell('ready'),
      failed: tell('failed'),
      waiting: tell('waiting'),
      tookOver: tell('took over'),
    },
    servedBy as unknown as ServiceWorker | null,
  );
}

/** A page that the running version serves. */
function servedPage(): FakeWorker {
  const running = new FakeWorker();
  running.state = 'activated';
  browser.registration.active = running;
  browser.controller = running;
  return running;
}

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeContainer();
  told = [];
  vi.stubGlobal('location', new URL('https://seatwise.example/'));
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('navigator', { serviceWorker: browser, onLine: true, locks: undefined });
});

afterEach(() => {
  updates?.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the first offline copy is told when it serves the page, and is no new version', async () => {
  const first = new FakeWorker();
  browser.registration.installing = first;
  await watch(null);
  browser.registration.installed(first);
  browser.takesOver(first);
  expect(told).toEqual(['ready']);
});

test('a first offline copy that cannot be kept is told', async () => {
  const first = new FakeWorker();
  browser.registration.installing = first;
  await watch(null);
  first.become('redundant');
  expect(told).toEqual(['failed']);
});

test('a new version is told once, lets itself in on a word, and loads the page anew', async () => {
  const running = servedPage();
  await watch(running);
  const next = new FakeWorker();
  browser.registration.find(next);
  browser.registration.waits(next);
  expect(told).toEqual(['waiting']);
  expect(await updates?.takeOver()).toBe(true);
  expect(next.heard).toEqual([{ type: 'SKIP_WAITING' }]);
  browser.activate(next);
  // until then it may be the kill switch, which loads its pages itself
  expect(told).toEqual(['waiting']);
  next.become('activated');
  expect(told).toEqual(['waiting', 'took over']);
});

test('a new version that cannot be kept says nothing, and the one after it is told', async () => {
  const running = servedPage();
  await watch(running);
  const lacking = new FakeWorker();
  browser.registration.find(lacking);
  browser.registration.installing = null;
  lacking.become('redundant');
  expect(told).toEqual([]);
  const next = new FakeWorker();
  browser.registration.find(next);
  browser.registration.waits(next);
  expect(told).toEqual(['waiting']);
});

test('a new version that was told is not told again when a later one cannot be kept', async () => {
  const running = servedPage();
  await watch(running);
  const next = new FakeWorker();
  browser.registration.find(next);
  browser.registration.waits(next);
  const lacking = new FakeWorker();
  browser.registration.find(lacking);
  lacking.become('redundant');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['waiting']);
});

test('nobody is asked about a version that lets itself in', async () => {
  const running = servedPage();
  await watch(running);
  const next = new FakeWorker();
  browser.registration.find(next);
  browser.registration.installed(next);
  browser.takesOver(next);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['took over']);
});

test('a new version that was found before the watch began is told', async () => {
  const running = servedPage();
  const next = new FakeWorker();
  browser.registration.installing = next;
  await watch(running);
  browser.registration.waits(next);
  expect(told).toEqual(['waiting']);
});

test('a new version that another window let in before the watch began is followed', async () => {
  const running = servedPage();
  browser.takesOver(new FakeWorker());
  await watch(running);
  expect(told).toEqual(['took over']);
});

test('a page that was loaded past the offline copy follows a new version too', async () => {
  const running = servedPage();
  browser.controller = null;
  await watch(null);
  const next = new FakeWorker();
  browser.registration.find(next);
  browser.registration.waits(next);
  browser.takesOver(next);
  expect(running).not.toBe(next);
  expect(told).toEqual(['waiting', 'took over']);
});
