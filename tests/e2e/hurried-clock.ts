import type { BrowserContext } from '@playwright/test';

/**
 * Lets the clocks of the app's workers go so much faster than that of the machine, from `since` (ms since 1970)
 * on: minutes of waiting pass in seconds. Windows, and browsers that are started later, agree on the time; one
 * that stood still finds it gone. The context must block service workers, which would bring the worker themselves.
 */
export async function hurry(context: BrowserContext, since: number, speed: number): Promise<void> {
  await context.route('**/_app/immutable/workers/worker-*.js', async (route) => {
    const response = await route.fetch();
    const own = `(${install.toString()})(${since}, ${speed});\n`;
    await route.fulfill({ response, body: own + (await response.text()) });
  });
}

/** Runs in the worker: it must not name anything of this file. */
function install(since: number, speed: number): void {
  const { now } = Date;
  const steady = performance.now.bind(performance);
  const sleep = globalThis.setTimeout;
  const limit = AbortSignal.timeout.bind(AbortSignal);
  Date.now = () => Math.round(since + (now() - since) * speed);
  performance.now = () => steady() * speed;
  AbortSignal.timeout = (ms) => limit(Math.ceil(ms / speed));
  const hurried = (then: () => void, ms = 0): unknown => sleep(then, ms / speed);
  Object.assign(globalThis, { setTimeout: hurried });
}
