import { expect, type Locator } from '@playwright/test';

/** Chooses the option that begins so, once it is there: counts stand behind the names. */
export async function chooseOption(list: Locator, start: string): Promise<void> {
  const option = list.getByRole('option').filter({ hasText: start }).first();
  await expect(option).toBeAttached();
  await list.selectOption((await option.getAttribute('value')) ?? '');
}
