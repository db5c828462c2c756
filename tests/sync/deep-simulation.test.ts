import { describe, expect, it } from 'vitest';
import { runs } from '../runs.ts';
import { brokenSeeds } from './broken-seeds.ts';
import { Schedule } from './schedule.ts';
import { deepWeathers, type Mutant, type Weather } from './weather.ts';

describe('a sync through the real Graph provider, whatever Microsoft Graph answers', () => {
  it.each(Object.entries(deepWeathers))('keeps its promises: %s', async (_, weather) => {
    expect(await brokenSeeds(1, runs({ quick: 10, all: 250 }), weather)).toEqual([]);
  });

  it('does the same for the same seed', async () => {
    const { deepStorm } = deepWeathers;
    const one = await new Schedule(11, deepStorm).run();
    const other = await new Schedule(11, deepStorm).run();
    expect(one.trace).toEqual(other.trace);
    expect(one.trace.length).toBeGreaterThan(10);
  });

  const { deepSettled, deepUndone, deepUndoneAlone } = deepWeathers;
  const mutants: readonly (readonly [Mutant, Weather])[] = [
    ['dropBeforeSend', deepSettled],
    ['noFencing', deepSettled],
    ['claimUnchecked', deepUndone],
    ['claimWhileHeld', deepUndone],
    ['partIsWhole', deepUndoneAlone],
    ['claimUnreviewed', deepUndone],
    ['sendUnwanted', deepUndoneAlone],
  ];
  it.runIf(runs({ quick: 0, all: 1 }) > 0).each(mutants)(
    'notices a rule that is broken at the edge: %s',
    async (mutant, weather) => {
      let found: string[] = [];
      for (let first = 1; first <= 800 && found.length === 0; first += 50) {
        found = await brokenSeeds(first, 50, weather, mutant);
      }
      expect(found).not.toEqual([]);
    },
  );
});
