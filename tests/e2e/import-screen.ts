import { expect, type Locator, type Page } from '@playwright/test';
import { chooseFiles } from './downloads.ts';
import type { MadeFile } from './files/made-file.ts';
import { follow } from './follow.ts';
import { toUsers, type UserListScreen } from './user-list.ts';

/** What a person finds on Import. */
export class ImportScreen {
  readonly page: Page;
  readonly found: Locator;
  readonly preview: Locator;
  readonly importButton: Locator;
  readonly name: Locator;

  constructor(page: Page) {
    this.page = page;
    this.found = page.getByRole('table').filter({ has: page.getByText('Encoding and delimiter') });
    this.preview = page
      .getByRole('table')
      .filter({ has: page.getByRole('columnheader', { name: 'Display name' }) });
    this.importButton = page.getByRole('button', { name: /^Import( [\d,]+ (users?|products?))?$/ });
    this.name = page.getByLabel('Name of the customer');
  }

  /** Opens Import, as it is when one comes there; `host` where it is not the one of all tests. */
  static async open(page: Page, host = ''): Promise<ImportScreen> {
    const address = `${host}/import`;
    const { pathname } = new URL(page.url());
    // it is left by no link that leads to itself
    if (['blank', '/import'].includes(pathname)) await page.goto(address);
    else await follow(page, address);
    await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
    return new ImportScreen(page);
  }

  /** Chooses files in the browser's file dialog; paths where a file is too large to be handed over. */
  async choose(files: readonly MadeFile[] | string): Promise<this> {
    const button = this.page.getByRole('button', { name: /^(Choose|Add more) files…$/ });
    await chooseFiles(this.page, button, files);
    return this;
  }

  /** Holds files over whatever page is shown; the returned function lets them fall. */
  async drag(files: readonly MadeFile[]): Promise<() => Promise<void>> {
    const carried = files.map(({ name, mimeType, buffer }) => ({
      ...{ name, mimeType, bytes: [...buffer] },
    }));
    const transfer = await this.page.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of all) {
        data.items.add(new File([Uint8Array.from(bytes)], name, { type: mimeType }));
      }
      return data;
    }, carried);
    const carry = (event: string) =>
      this.page.dispatchEvent('main', event, { dataTransfer: transfer });
    await carry('dragenter');
    await carry('dragover');
    return () => carry('drop');
  }

  /** Lets files fall onto the page. */
  async drop(files: readonly MadeFile[]): Promise<this> {
    const letGo = await this.drag(files);
    await letGo();
    return this;
  }

  /** The row of a file among what was found. */
  file(name: string): Locator {
    return this.found
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /** Presses Import and waits for the end; a name makes it a new customer. */
  async run(name?: string): Promise<this> {
    if (name !== undefined) await this.name.fill(name);
    await this.importButton.click();
    await expect(this.page.getByRole('heading', { name: /was imported$/ })).toBeVisible({
      timeout: 50_000,
    });
    return this;
  }

  /** Goes on to the imported customer's users. */
  toUsers(): Promise<UserListScreen> {
    return toUsers(this.page);
  }
}

/** Imports files as a new customer and goes to its users; `host` where it is not the one of all tests. */
export async function importCustomer(
  page: Page,
  name: string,
  files: readonly MadeFile[],
  host = '',
): Promise<UserListScreen> {
  const screen = await ImportScreen.open(page, host);
  await screen.choose(files);
  await screen.run(name);
  return screen.toUsers();
}
