// What broke in one engine and not in another, in each that this computer has.
import { rm } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { killedVersion, nextVersion } from '../e2e/next-version.ts';
import { Site } from '../e2e/site.ts';
import type { EngineWindow } from './engine-window.ts';
import { enginesHere } from './engines.ts';
import { button, link, Screen } from './screen.ts';

/** What a finger needs around the middle of a box, and what a mouse does, in CSS pixels; a corner may be round. */
const REACH = { finger: 20, mouse: 10 };

const someone = { role: 'checkbox', like: '^Select (?!all)', which: 0 };
const LATE = 'This is taking longer than it should';

/** Opens a host of the app and a window on a tablet with the users of a sample customer. */
async function usersOnTablet(open: () => Promise<EngineWindow>) {
  const site = await Site.open('build');
  const window = await open();
  onTestFinished(async () => {
    await window.close();
    await site.close();
  });
  const screen = new Screen(window);
  await window.resize(820, 1180);
  await window.open(site.address);
  await screen.press(button('Try with sample customers'));
  await screen.press(link('Harborlight Logistics'));
  await screen.press({ ...link('Users and licenses'), which: -1 });
  await screen.see(someone);
  return { site, window, screen };
}

/** What stands of an offline copy, and whether the page came from the host's newer version. */
const left = async () => ({
  registrations: (await navigator.serviceWorker.getRegistrations()).length,
  caches: (await caches.keys()).length,
  isNext: document.querySelector('meta[name=generator]') !== null,
});

describe.for(enginesHere)('$name', ({ name, open }) => {
  it('ticks beside a box, reads on after pages that were left at once, and after "Back"', async () => {
    const { window, screen } = await usersOnTablet(open);
    const isFinger = await window.run(() => matchMedia('(pointer: coarse)').matches);
    // WebKitGTK goes by the computer's own screen
    expect(isFinger || name === 'WebKitGTK').toBe(true);
    const reach = isFinger ? REACH.finger : REACH.mouse;
    let isTicked = false;
    for (const [x, y] of [
      ...[[-reach, 0] as const, [reach, 0] as const],
      ...[[0, -reach] as const, [0, reach] as const],
    ]) {
      await screen.press({ ...someone, aside: { x, y } });
      isTicked = !isTicked;
      await screen.until(
        `ticked: ${isTicked}`,
        async () => (await screen.see(someone)).checked === isTicked,
      );
    }

    const list = await window.run(() => location.href);
    for (let times = 0; times < 6; times++) await window.open(list);
    await screen.until('the list', async () => {
      const text = await window.run(() => document.body.innerText);
      // a page that was left must let go of what this one waits for
      expect(text).not.toContain(LATE);
      return text.includes('1–25 of 3,200');
    });

    await window.run(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await window.open('about:blank');
    await window.back();
    await screen.see(someone);
    const isKept = await window.run(
      () => (globalThis as { persisted?: boolean }).persisted ?? false,
    );
    // WebKit shows the page as it was left: without its worker, which is gone
    expect(isKept || name !== 'WebKitGTK').toBe(true);
    await screen.press(button('Next'));
    await screen.reads('26–50 of 3,200');
  });

  it('takes the offline copy back by the kill switch, leaves the data, and has a copy again later', async () => {
    const { site, window, screen } = await usersOnTablet(open);
    const isCopied = () =>
      window.run(
        async () =>
          (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
      );
    await screen.until('the app is on the device', isCopied);
    const killed = await killedVersion('build');
    onTestFinished(() => rm(killed, { recursive: true }));
    site.publish(killed);
    await window.reload();
    await screen.until('the page comes from the host', async () => {
      // it may be on its way
      const now = await window.run(left).catch(() => null);
      return now?.isNext === true && now.registrations + now.caches === 0;
    });
    await screen.see(someone);

    const next = await nextVersion('build');
    onTestFinished(() => rm(next, { recursive: true }));
    site.publish(next);
    await window.reload();
    await screen.until('the app is on the device again', isCopied);
    await site.close();
    await window.reload();
    await screen.see(someone);
    expect(await window.run(left)).toMatchObject({ registrations: 1, isNext: true });
  });
});
