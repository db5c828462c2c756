import type { Page } from '@playwright/test';

/** Everything that the site keeps in this browser but the session storage of its windows, as text. */
export const storedText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    // typed arrays and maps as what is in them
    const plain = (_key: string, value: unknown): unknown => {
      if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
      if (!ArrayBuffer.isView(value)) return value;
      return new TextDecoder().decode(value.buffer);
    };
    const found: unknown[] = [JSON.stringify(localStorage), document.cookie];
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name ?? ''));
      for (const table of db.objectStoreNames) {
        found.push(table, await done(db.transaction(table).objectStore(table).getAll()));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      found.push((await cache.keys()).map(({ url }) => url));
    }
    return JSON.stringify(found, plain);
  });
