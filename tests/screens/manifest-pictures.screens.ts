// Draws what the manifest shows anew, into static/pictures/: HELP=1 npm run screenshots
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { firstIcons } from '../../src/ui/first-icons.ts';
import { openManage } from '../e2e/manage-screen.ts';
import { asWebp } from './as-webp.ts';

const INTO = 'static/pictures';
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 412, height: 915 };
const SHORTCUTS = { customers: 'organization', pending: 'clock', import: 'import' } as const;

test.skip(process.env['HELP'] === undefined, 'the pictures are in the repository');

async function draw(page: Page, name: string, size: typeof WIDE): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForLoadState('networkidle');
  const png = await page.screenshot({ animations: 'disabled' });
  writeFileSync(`${INTO}/${name}.webp`, await asWebp(page.context(), png, { size, quality: 0.8 }));
}

test('the screenshots of the manifest', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const manage = await openManage(page, 3200, null);
  await manage.press(manage.box('FLOW_FREE'));
  await expect(manage.saveButton).toBeEnabled();
  await draw(page, 'install-wide', WIDE);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await draw(page, 'install-narrow', NARROW);
});

test('the icons of the shortcuts', async ({ page }) => {
  const drawIcon = async (name: string, icon: keyof typeof firstIcons): Promise<void> => {
    await page.setContent(`<body style="margin: 0"><svg width="96" height="96" viewBox="-5 -5 30 30">
      <rect x="-5" y="-5" width="30" height="30" rx="6" fill="#0f6cbd"/><path fill="#fff" d="${firstIcons[icon]}"/></svg>`);
    const clip = { x: 0, y: 0, width: 96, height: 96 };
    await page.screenshot({ path: `${INTO}/shortcut-${name}.png`, clip, omitBackground: true });
  };
  for (const [name, icon] of Object.entries(SHORTCUTS)) await drawIcon(name, icon);
});
