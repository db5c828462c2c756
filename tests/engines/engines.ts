import { existsSync } from 'node:fs';
import type { EngineWindow } from './engine-window.ts';
import { FIREFOX, openPuppeteer } from './puppeteer.ts';
import { openWebKit, WEBKIT_DRIVER } from './webkit.ts';

interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKitGTK';
  readonly isHere: boolean;
  readonly open: () => Promise<EngineWindow>;
}

const engines: readonly Engine[] = [
  { name: 'Chromium', isHere: true, open: () => openPuppeteer('chrome') },
  { name: 'Firefox', isHere: existsSync(FIREFOX), open: () => openPuppeteer('firefox') },
  {
    name: 'WebKitGTK',
    isHere: existsSync(WEBKIT_DRIVER) && process.env['DISPLAY'] !== undefined,
    open: () => openWebKit(process.env['DISPLAY'] ?? ''),
  },
];

/** Those that this computer has. */
export const enginesHere = engines.filter(({ isHere }) => isHere);

/**
 * What pages complained about. Firefox complains of what was still on its way when a page was left, as if
 * the offline copy lacked it: a file that the copy gives, with the host gone, was only left.
 */
export async function realComplaints(window: EngineWindow): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const complaint of await window.complaints()) {
    const [, file] =
      /^Error: Failed to load ‘(.*)’\. A ServiceWorker intercepted/.exec(complaint) ?? [];
    const isThere =
      file !== undefined && (await window.run(async (url) => (await fetch(url)).ok, file));
    if (!isThere) wrong.push(complaint);
  }
  return wrong;
}
