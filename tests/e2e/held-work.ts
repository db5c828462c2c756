import type { Page } from '@playwright/test';

const GATE = 'held work';

/** Holds long work in the worker of a page wherever it rests, until it is let go on: no story races with a job. */
export class HeldWork {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** To be called before the page opens the app. */
  static async in(page: Page): Promise<HeldWork> {
    await page.route('**/_app/immutable/workers/worker-*.js', async (route) => {
      const response = await route.fetch();
      const own = `(${install.toString()})(${JSON.stringify(GATE)});\n`;
      await route.fulfill({ response, body: own + (await response.text()) });
    });
    return new HeldWork(page);
  }

  /** From now on work stops at its next rest; what a person asks for is answered all the same. */
  hold(): Promise<void> {
    return this.#tell(true);
  }

  letGo(): Promise<void> {
    return this.#tell(false);
  }

  /** Says it to the worker and waits until it has heard it. */
  #tell(held: boolean): Promise<void> {
    return this.#page.evaluate(
      ({ gate, held }) =>
        new Promise<void>((heard) => {
          const channel = new BroadcastChannel(gate);
          channel.onmessage = () => {
            channel.close();
            heard();
          };
          channel.postMessage(held);
        }),
      { gate: GATE, held },
    );
  }
}

/** Runs in the worker: it must not name anything of this file. Work rests by sending itself a message of null. */
function install(gate: string): void {
  let held = false;
  const waiting: (() => void)[] = [];
  const channel = new BroadcastChannel(gate);
  channel.onmessage = ({ data }) => {
    held = data === true;
    if (!held) for (const go of waiting.splice(0)) go();
    channel.postMessage('heard');
  };
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message: unknown, ...rest: unknown[]) {
    const go = (): void => void Reflect.apply(post, this, [message, ...rest]);
    if (held && message === null) waiting.push(go);
    else go();
  };
}
