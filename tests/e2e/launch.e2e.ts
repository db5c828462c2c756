import { expect, test, type Page } from '@playwright/test';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { ImportScreen } from './import-screen.ts';
import { offlineCopy } from './site.ts';

/** Stands in for the browser, which launches only an installed app: it hears what is asked of the app. */
async function launchable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const setConsumer = (consumer: unknown) => Object.assign(window, { launch: consumer });
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  });
}

interface Launch {
  readonly targetURL?: string;
  readonly files?: readonly { readonly name: string; readonly text: string }[];
}

/** What the browser says when a shortcut, or a file with the app, was opened. */
async function launch(page: Page, { targetURL = '/', files = [] }: Launch): Promise<void> {
  await expect.poll(() => page.evaluate(() => 'launch' in window)).toBe(true);
  await page.evaluate(
    ({ targetURL, files }) => {
      const consumer = (window as unknown as { launch: (params: object) => void }).launch;
      const handles = files.map(({ name, text }) => ({
        kind: 'file',
        getFile: () => Promise.resolve(new File([text], name)),
      }));
      consumer({ targetURL: new URL(targetURL, location.href).href, files: handles });
    },
    { targetURL, files },
  );
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test.describe('the installed app', () => {
  test.use({ serviceWorkers: 'allow' });

  test('follows its shortcuts while it is open, reviews files that are opened with it, and takes files that are shared with it, without a network', async ({
    page,
    context,
  }) => {
    await launchable(page);
    await page.goto('/help');
    await offlineCopy(page);
    await context.setOffline(true);
    await launch(page, { targetURL: '/pending?from=shortcut' });
    await expect(heading(page, 'Pending')).toBeVisible();
    await launch(page, { targetURL: '/?from=shortcut' });
    await expect(heading(page, 'Customers')).toBeVisible();
    // its icon brings it to the front, where it was
    await launch(page, { targetURL: '/import?from=shortcut' });
    await launch(page, { targetURL: '/' });
    await expect(heading(page, 'Import')).toBeVisible();
    await page.goto('/help');
    const texts = toyFiles.map(({ name, buffer }) => ({ name, text: buffer.toString() }));
    await launch(page, { files: texts });
    const screen = new ImportScreen(page);
    await expect(screen.found).toBeVisible();
    await screen.run(TOY_MAKER);

    // what a system posts when a file is shared with the app; the page itself may post nowhere
    const answer = await page.evaluate(async (files) => {
      const form = new FormData();
      for (const { name, text } of files) form.append('files', new File([text], name));
      return (await fetch('/share', { method: 'POST', body: form, redirect: 'manual' })).type;
    }, texts);
    expect(answer).toBe('opaqueredirect');
    await page.goto('/import?shared');
    await expect(screen.found).toBeVisible();
    // taken once
    await page.reload();
    await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible();
    await expect(screen.found).toHaveCount(0);
  });
});
