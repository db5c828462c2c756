import type { Page } from '@playwright/test';
import { MOST_STORED_ROWS, type Held, type Report, type Request, type Shape } from './protocol.ts';

interface BenchWindow {
  told(report: Report): void;
  worker: Worker;
}

const exposed = new WeakSet<Page>();
let listen: (report: Report) => void = () => undefined;

/** Starts a fresh worker with the request; ends when it is done, throws when it failed. */
export async function ask(
  page: Page,
  request: Request,
  onReport: (report: Report) => void = () => undefined,
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
          else window.told(data);
        };
        window.worker.postMessage(message);
      }),
    request,
  );
}

const stop = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as BenchWindow).worker.terminate());

/** MB that the page and its worker use; null where the browser does not say. */
const megabytes = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const clock = performance as Performance & {
      measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>;
    };
    const measured = await clock.measureUserAgentSpecificMemory?.();
    return measured === undefined ? null : measured.bytes / 1e6;
  });

/** What a loaded customer weighs, as columns ready for work and as rows, in a sentence. */
export async function weigh(page: Page, users: number, shape: Shape): Promise<string> {
  await stop(page);
  const sizeWith = async (what: Held): Promise<number | null> => {
    await ask(page, { kind: 'hold', what, users, shape });
    const size = await megabytes(page);
    await stop(page);
    return size;
  };
  const nothing = await sizeWith('nothing');
  const columns = await sizeWith('columns');
  const rows = users <= MOST_STORED_ROWS ? await sizeWith('rows') : null;
  if (nothing === null || columns === null) return 'memory: this browser does not say';
  const weight = (size: number): string => `${(size - nothing).toFixed(0)} MB`;
  const ours = `memory: ${weight(columns)} as columns, sorted and searchable`;
  return rows === null ? ours : `${ours}; ${weight(rows)} as objects`;
}
