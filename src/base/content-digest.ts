import type { Pace } from './pace.ts';

/** How much is hashed at once: the browser hashes only what is whole, and a file may not fit into memory. */
const BLOCK = 1_048_576;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const hashOf = async (bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** SHA-256, in hexadecimal digits. */
export const sha256 = async (content: Blob | string): Promise<string> =>
  hex(await hashOf(await new Blob([content]).arrayBuffer()));

/**
 * The same for a content of any length: SHA-256 over the SHA-256 of each of its blocks of 1 MiB. `pace`
 * counts bytes.
 */
export async function longDigest(content: Blob, pace: Pace): Promise<string> {
  const hashes: Uint8Array[] = [];
  for (let start = 0; start < content.size; start += BLOCK) {
    hashes.push(await hashOf(await content.slice(start, start + BLOCK).arrayBuffer()));
    if (pace.due()) await pace.rest(start, content.size);
  }
  return hex(await hashOf(await new Blob(hashes as BlobPart[]).arrayBuffer()));
}
