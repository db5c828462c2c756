import { violations } from './invariants.ts';
import { Schedule } from './schedule.ts';
import type { Mutant, Weather } from './weather.ts';

/** Seeds, of `count` from `first` on, whose schedules break an invariant, with what they break. */
export async function brokenSeeds(
  first: number,
  count: number,
  weather: Weather,
  mutant: Mutant | null = null,
): Promise<string[]> {
  const found: string[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const faults = violations(await new Schedule(seed, weather, mutant).run());
    if (faults.length > 0) found.push(`${seed}: ${faults.join('; ')}`);
  }
  return found;
}
