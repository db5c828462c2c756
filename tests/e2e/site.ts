import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { createSite } from '../../scripts/serve.js';

/** A host of the app that can be switched off, and can get another version of it. */
export class Site {
  readonly address: string;
  readonly #server: Server;
  #files: Server;

  private constructor(server: Server, folder: string) {
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#server = server;
    this.#files = createSite(folder);
    server.on('request', (request, response) => this.#files.emit('request', request, response));
  }

  /** Serves a built folder on a port of its own. */
  static async open(folder: string): Promise<Site> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new Site(server, folder);
  }

  /** From now on serves what is in this folder. */
  publish(folder: string): void {
    this.#files = createSite(folder);
  }

  /** Goes off, at once. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** Waits until the app is on the device, and this page is served from there. */
export async function offlineCopy(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    while (serviceWorker.controller === null) {
      await new Promise((later) => setTimeout(later, 20));
    }
  });
}
