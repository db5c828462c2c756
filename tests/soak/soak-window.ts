import { expect, type Page } from '@playwright/test';
import type { MadeProduct } from '../e2e/files/products.ts';
import { ManageScreen } from '../e2e/manage-screen.ts';
import type { Plan, Wish } from './model.ts';

const escaped = (text: string): string => `^${text.replace(/[[\]]/g, '\\$&')}$`;

/** A window that looks at the users of the one customer, and plans for them. */
export class SoakWindow {
  readonly page: Page;
  readonly #address: string;
  readonly #names: readonly string[];
  readonly #products: readonly MadeProduct[];

  constructor(
    page: Page,
    address: string,
    names: readonly string[],
    products: readonly MadeProduct[],
  ) {
    this.page = page;
    this.#address = address;
    this.#names = names;
    this.#products = products;
  }

  async open(): Promise<void> {
    await this.page.goto(this.#address);
    await expect(this.page.locator('tbody tr')).toHaveCount(this.#names.length);
  }

  /** What the rows say, by the users' numbers: part numbers that are planned to come. */
  async read(): Promise<readonly (readonly string[])[]> {
    const rows = await this.page
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [row.querySelector('th a')?.textContent ?? '', row.textContent] as const),
      );
    const texts = new Map(rows.map(([name, text]) => [name.trim(), text]));
    return this.#names.map((name) =>
      this.#products
        .filter((product) => texts.get(name)?.includes(`+ ${product.name}, planned`) === true)
        .map(({ part }) => part),
    );
  }

  /** Waits until the rows say one of these plans; gives which. */
  async expectOneOf(plans: readonly Plan[]): Promise<Plan> {
    const said = plans.map(({ users }) => JSON.stringify(users));
    const now = async (): Promise<string> => JSON.stringify(await this.read());
    await expect.poll(now, { timeout: 30_000 }).toMatch(new RegExp(said.map(escaped).join('|')));
    const plan = plans[said.indexOf(await now())];
    if (plan === undefined) throw new Error('the window says something else a moment later');
    return plan;
  }

  /** Selects just these users, presses the box of a product once, and opens the dialog to save. */
  async startSaving(users: readonly number[], part: string): Promise<ManageScreen> {
    const clear = this.page.getByRole('button', { name: 'Clear selection', exact: true });
    if (await clear.isVisible()) await clear.click();
    for (const user of users) {
      const name = `Select ${this.#names[user] ?? ''}`;
      await this.page.getByRole('checkbox', { name, exact: true }).check();
    }
    const manage = await new ManageScreen(this.page).enter();
    // what a window that was killed had ticked
    const discard = this.page.getByRole('button', { name: 'Discard changes', exact: true });
    if (await discard.isVisible()) await discard.click();
    await manage.press(manage.box(part));
    await manage.startSaving();
    await expect(manage.dialog.getByText('Users changed')).toBeVisible();
    return manage;
  }

  /** What a press on the box of a product asks for: everybody gets it, unless all have it. */
  wish(plan: Plan, users: readonly number[], part: string): Wish {
    const all = users.every((user) => plan.users[user]?.includes(part) === true);
    return { action: all ? 'revoke' : 'assign', part, users };
  }

  /** Takes a Save out of the plan, or puts it back; `age`: how many Saves are newer. */
  async step(what: 'undo' | 'redo', age: number): Promise<void> {
    await this.page.getByRole('link', { name: 'History', exact: true }).first().click();
    // each Save has one of the two, also one that was undone before a newer one was made
    const entries = this.page.getByRole('main').locator('ol > li');
    const button = entries.getByRole('button', { name: /^(Undo|Redo)/ }).nth(age);
    await expect(button).toHaveAccessibleName(what === 'undo' ? /^Undo/ : /^Redo/);
    await button.click();
    const name = what === 'undo' ? 'Remove from the plan' : 'Put back into the plan';
    const dialog = this.page.getByRole('dialog', { name });
    await dialog.getByRole('button', { name, exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}
