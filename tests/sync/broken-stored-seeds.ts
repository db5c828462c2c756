// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { SeatwiseDatabase } from '#store/database.ts';
import { violations } from './invariants.ts';
import { Schedule } from './schedule.ts';
import { WatchedStore } from './watched-store.ts';
import type { Weather } from './weather.ts';

/** Seeds, of `count` from `first` on, whose schedules break an invariant on the real store, with what they break. */
export async function brokenStoredSeeds(
  first: number,
  count: number,
  weather: Weather,
): Promise<string[]> {
  const found: string[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const db = new SeatwiseDatabase(crypto.randomUUID());
    const schedule = new Schedule(seed, weather, null, (now) => new WatchedStore(db, now, weather));
    const faults = violations(await schedule.run());
    if (faults.length > 0) found.push(`${seed}: ${faults.join('; ')}`);
    await db.delete();
  }
  return found;
}
