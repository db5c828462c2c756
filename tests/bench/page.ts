import type { Page } from '@playwright/test';
import {
  MOST_STORED_ROWS,
  type GoOn,
  type Held,
  type Report,
  type Request,
  type Shape,
} from './protocol.ts';

interface BenchWindow {
  told(report: Report): Promise<void>;
  worker: Worker;
}

const exposed = new WeakSet<Page>();
type Listener = (report: Report) => void | Promise<void>;
let listen: Listener = () => undefined;

/** Starts a fresh worker with the request; ends when it is done, throws when it failed. */
export async function ask(
  page: Page,
  request: Request,
  onReport: Listener = () => undefined,
): Promise<void> {
  listen = onReport;
  if (!exposed.has(page)) {
    exposed.add(page);
    await page.exposeFunction('told', (report: Report) => listen(report));
  }
  await page.evaluate(
    (message) =>
      new Promise<void>((resolve, reject) => {
        const window = globalThis as unknown as BenchWindow;
        window.worker = new Worker('/bench.worker.js', { type: 'module' });
        window.worker.onerror = ({ message: text }) => reject(new Error(text));
        window.worker.onmessage = ({ data }: MessageEvent<Report>) => {
          if (data.kind === 'done') resolve();
          else if (data.kind === 'failed') reject(new Error(data.text));
          else {
            const told = window.told(data);
            const goOn: GoOn = { kind: 'goOn' };
            if (data.kind === 'profile') void told.then(() => window.worker.postMessage(goOn));
          }
        };
        window.worker.postMessage(message);
      }),
    request,
  );
}

const stop = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as BenchWindow).worker.terminate());

/** Bytes that the page and its worker use; null where the browser does not say. */
const bytesUsed = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const clock = performance as Performance & {
      measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>;
    };
    // a headless shell has it, and refuses
    const measured = await clock.measureUserAgentSpecificMemory?.().catch(() => undefined);
    return measured?.bytes ?? null;
  });

interface Weight {
  readonly columns: number;
  readonly rows: number | null;
}

/** What a loaded customer weighs in bytes, as columns ready for work and as rows; null where nobody says. */
export async function weigh(page: Page, users: number, shape: Shape): Promise<Weight | null> {
  const sizeWith = async (what: Held): Promise<number | null> => {
    await ask(page, { kind: 'hold', what, users, shape, isProfiled: false });
    const size = await bytesUsed(page);
    await stop(page);
    return size;
  };
  const nothing = await sizeWith('nothing');
  const columns = await sizeWith('columns');
  const rows = users <= MOST_STORED_ROWS ? await sizeWith('rows') : null;
  if (nothing === null || columns === null) return null;
  return { columns: columns - nothing, rows: rows && rows - nothing };
}

/** Who makes what a loaded customer keeps in memory; the report asks for the profile. */
export async function profileWeight(
  page: Page,
  { users, shape }: { readonly users: number; readonly shape: Shape },
  onReport: Listener,
): Promise<void> {
  await ask(page, { kind: 'hold', what: 'columns', users, shape, isProfiled: true }, onReport);
  await stop(page);
}
