const SHARDS = 256;

/** Mixes the length and the last characters: names differ there, or before an equal domain. */
function shardOf(key: string): number {
  let hash = key.length;
  const middle = key.indexOf('@');
  const end = middle === -1 ? key.length : middle;
  for (let i = Math.max(0, end - 8); i < end; i++) hash = Math.imul(hash, 31) + key.charCodeAt(i);
  return (hash ^ (hash >>> 8)) & (SHARDS - 1);
}

/**
 * A map of very many texts. A plain one of half a million stands still for a tenth of a second while
 * it grows; this one grows a little at a time, so that a job can rest in between.
 */
export class WideMap<T> {
  readonly #shards: readonly Map<string, T>[] = Array.from({ length: SHARDS }, () => new Map());

  get size(): number {
    return this.#shards.reduce((sum, { size }) => sum + size, 0);
  }

  get(key: string): T | undefined {
    return this.#shards[shardOf(key)]?.get(key);
  }

  set(key: string, value: T): void {
    this.#shards[shardOf(key)]?.set(key, value);
  }
}
