import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { createSite } from '../../scripts/serve.js';

/** A host of the app that can be switched off, and can get another version of it. */
export class Site {
  readonly address: string;
  readonly #server: Server;
  #files: Server;
  #together = 1;
  #held: (() => void)[] = [];

  private constructor(server: Server, folder: string) {
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#server = server;
    this.#files = createSite(folder);
    server.on('request', (request, response) => {
      const answer = (): void => void this.#files.emit('request', request, response);
      // what no element of a page asks for, but the one file with which the offline copy begins
      const isFetched = request.headers['sec-fetch-dest'] === 'empty';
      if (isFetched && request.url?.includes('small-files') !== true) this.#hold(answer);
      else answer();
    });
  }

  #hold(answer: () => void): void {
    this.#held.push(answer);
    if (this.#held.length < this.#together) return;
    this.#together = 1;
    for (const go of this.#held.splice(0)) go();
  }

  /** Serves a built folder on a port of its own. */
  static async open(folder: string): Promise<Site> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new Site(server, folder);
  }

  /** Holds the next files of the offline copy, until so many wait at once. */
  holdUntilTogether(count: number): void {
    this.#together = count;
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
