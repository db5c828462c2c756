import { expect, type Locator, type Page } from '@playwright/test';

/** Far more than any screen has between two things. */
const MOST_STOPS = 120;

/** Where to go on from what has the focus: with Tab, or with arrows inside a table or list that is one stop. */
function nextKey(target: Element): string | null {
  const from = document.activeElement;
  if (from === target) return null;
  const rows = target.closest('tbody, ul');
  const isInside = target instanceof HTMLElement && target.tabIndex < 0;
  if (!isInside || from === null || rows?.contains(from) !== true) return 'Tab';
  const isLater = from.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (from.closest('tr, li') === target.closest('tr, li')) {
    return isLater ? 'ArrowRight' : 'ArrowLeft';
  }
  // a menu opens with an arrow up or down
  if (from.ariaHasPopup === 'menu') return 'ArrowLeft';
  return isLater ? 'ArrowDown' : 'ArrowUp';
}

/** Goes forward until the thing has the focus, and says by how many keys; fails when the keyboard never gets there. */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  await expect(target).toBeVisible({ timeout: 50_000 });
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const key = await target.evaluate(nextKey);
    if (key === null) return stop;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
  return MOST_STOPS;
}

/** Tabs to a thing and presses a key on it. */
export async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
