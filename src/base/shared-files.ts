/** Files that were shared with the app wait here, from the service worker to the page. */
const SHARED_CACHE = 'seatwise-shared';
const NAME = 'X-Name';

/** Keeps them until a page takes them; fails where this device has no room for them. */
export async function keepShared(files: readonly File[]): Promise<void> {
  const cache = await caches.open(SHARED_CACHE);
  const put = (file: File): Promise<void> => {
    const headers = { 'Content-Type': file.type, [NAME]: encodeURIComponent(file.name) };
    return cache.put(`/shared/${crypto.randomUUID()}`, new Response(file, { headers }));
  };
  await Promise.all(files.map(put));
}

/** What waits, which then waits no more. */
export async function takeShared(): Promise<File[]> {
  const cache = await caches.open(SHARED_CACHE);
  const answers = await cache.matchAll();
  const files = answers.map(async (answer) => {
    const name = decodeURIComponent(answer.headers.get(NAME) ?? '');
    const blob = await answer.blob();
    // not the bytes of a cache that is gone by then
    return new File([await blob.arrayBuffer()], name, { type: blob.type });
  });
  const taken = await Promise.all(files);
  await forgetShared();
  return taken;
}

export async function forgetShared(): Promise<void> {
  await caches.delete(SHARED_CACHE);
}
