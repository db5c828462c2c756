import { spawn } from 'node:child_process';
import type { EngineWindow, Point } from './engine-window.ts';
import { freePort, until } from './waiting.ts';

export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** What pages complain about, kept by the page itself: the driver cannot listen to the console. */
function listen(): void {
  const heard = globalThis as typeof globalThis & { complaints?: string[] };
  if (heard.complaints) return;
  const complaints: string[] = (heard.complaints = []);
  for (const level of ['error', 'warn'] as const) {
    const { [level]: write } = console;
    console[level] = (...said: unknown[]) => {
      complaints.push(said.map(String).join(' '));
      write.apply(console, said);
    };
  }
  addEventListener('error', ({ message }) => complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    complaints.push(`${violatedDirective}: ${blockedURI}`),
  );
}

/**
 * A window of WebKitGTK, driven as the W3C's WebDriver says, on a display that is there. What a page
 * complains about before it has been loaded is not heard.
 */
export async function openWebKit(display: string): Promise<EngineWindow> {
  const port = await freePort();
  const driver = spawn(WEBKIT_DRIVER, [`--port=${String(port)}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...{ DISPLAY: display, LANG: 'en_US.UTF-8' },
      // its sandbox needs rights that root in a container lacks
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  });
  const call: Call = async (method, path, body) => {
    const sent = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {};
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, { method, ...sent });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
  };
  await until('the driver answers', () =>
    call('GET', '/status').then(
      () => true,
      () => false,
    ),
  );
  const asked = { 'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] } };
  const { sessionId } = (await call('POST', '/session', {
    capabilities: { alwaysMatch: asked },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const earlier: string[] = [];

  const execute = async (script: string, args: readonly unknown[]): Promise<unknown> =>
    call('POST', `${session}/execute/async`, { script, args });
  const run: EngineWindow['run'] = async (work, ...args) => {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${String(work)})(...arguments[0]))
        .then((answer) => done({ answer }), (error) => done({ failed: String(error) }));`;
    const { answer, failed } = (await execute(script, [args])) as {
      answer: Awaited<ReturnType<typeof work>>;
      failed?: string;
    };
    if (failed !== undefined) throw new Error(failed);
    return answer;
  };
  const heard = (): Promise<string[]> =>
    run(() => (globalThis as typeof globalThis & { complaints?: string[] }).complaints ?? []);
  const leave = async (): Promise<void> => void earlier.push(...(await heard()));
  const act = (type: 'pointer' | 'key', actions: readonly object[]): Promise<unknown> =>
    call('POST', `${session}/actions`, { actions: [{ type, id: type, actions }] });

  return {
    run,
    async open(address) {
      await leave();
      await call('POST', `${session}/url`, { url: address });
      await run(listen);
    },
    async reload() {
      await leave();
      await call('POST', `${session}/refresh`);
      await run(listen);
    },
    async back() {
      await leave();
      await call('POST', `${session}/back`);
      await run(listen);
    },
    async resize(width, height) {
      const place = { x: 0, y: 0 };
      await call('POST', `${session}/window/rect`, { ...place, width, height });
      const inside = await run(() => ({ width: innerWidth, height: innerHeight }));
      // the frame of the window and its bar count, too
      const all = {
        ...place,
        width: 2 * width - inside.width,
        height: 2 * height - inside.height,
      };
      await call('POST', `${session}/window/rect`, all);
    },
    async load(script) {
      await execute(`${script};arguments[arguments.length - 1]()`, []);
    },
    async click({ x, y }: Point) {
      await act('pointer', [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    async type(text) {
      const keys = text.split('').flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await act('key', keys);
    },
    async complaints() {
      return [...earlier, ...(await heard())];
    },
    async close() {
      await call('DELETE', session).catch(() => undefined);
      driver.kill();
    },
  };
}
