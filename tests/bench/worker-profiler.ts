import type { CDPSession, Page } from '@playwright/test';
import type { CpuProfile, HeapProfile } from './hot-functions.ts';

const SAMPLE_US = 200;
const SAMPLE_BYTES = 16 * 1024;

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** What the page itself does during the work. */
export async function profilePage(page: Page, work: () => Promise<unknown>): Promise<CpuProfile> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  return profile as CpuProfile;
}

/** Watches the newest worker of a page by the browser's own profilers. */
export class WorkerProfiler {
  readonly #session: CDPSession;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #worker = '';
  #last = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') this.#worker = sessionId;
    });
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = JSON.parse(message) as Answer;
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  static async of(page: Page): Promise<WorkerProfiler> {
    const session = await page.context().newCDPSession(page);
    const profiler = new WorkerProfiler(session);
    const attach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
    await session.send('Target.setAutoAttach', attach);
    return profiler;
  }

  async #ask<T = unknown>(method: string, params: object = {}): Promise<T> {
    const id = ++this.#last;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await this.#session.send('Target.sendMessageToTarget', { sessionId: this.#worker, message });
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  /** From now on, where the time goes. */
  async startTime(): Promise<void> {
    await this.#ask('Profiler.enable');
    await this.#ask('Profiler.setSamplingInterval', { interval: SAMPLE_US });
    await this.#ask('Profiler.start');
  }

  async stopTime(): Promise<CpuProfile> {
    const { profile } = await this.#ask<{ readonly profile: CpuProfile }>('Profiler.stop');
    await this.#ask('Profiler.disable');
    return profile;
  }

  /** From now on, who makes what stays in memory. */
  async startHeap(): Promise<void> {
    await this.#ask('HeapProfiler.enable');
    await this.#ask('HeapProfiler.startSampling', { samplingInterval: SAMPLE_BYTES });
  }

  async stopHeap(): Promise<HeapProfile> {
    await this.#ask('HeapProfiler.collectGarbage');
    const { profile } = await this.#ask<{ readonly profile: HeapProfile }>(
      'HeapProfiler.stopSampling',
    );
    await this.#ask('HeapProfiler.disable');
    return profile;
  }
}
