import { describe, expect, it } from 'vitest';
import { runs } from '../runs.ts';
import { brokenSeeds } from './broken-seeds.ts';
import { violations } from './invariants.ts';
import { keptSeeds } from './kept-seeds.ts';
import { Schedule } from './schedule.ts';
import {
  alone,
  calm,
  forbidden,
  forbiddenAlone,
  hurried,
  hurriedAlone,
  jumping,
  jumpingAlone,
  napping,
  nappingSteered,
  settled,
  steered,
  steeredAlone,
  storm,
  twoDevices,
  undone,
  undoneAlone,
  type Mutant,
  type Weather,
} from './weather.ts';

describe('a sync whatever happens', () => {
  it('keeps its promises when windows are killed and frozen, answers get lost and others edit', async () => {
    expect(await brokenSeeds(1, runs({ quick: 125, all: 1_000 }), storm)).toEqual([]);
  });

  it('keeps them on two devices that know nothing of each other', async () => {
    expect(await brokenSeeds(1, runs({ quick: 60, all: 400 }), twoDevices)).toEqual([]);
  });

  it('leaves in the cloud just what was planned and applied, when nobody else edits', async () => {
    expect(await brokenSeeds(1, runs({ quick: 75, all: 500 }), alone)).toEqual([]);
    expect(await brokenSeeds(1, runs({ quick: 50, all: 300 }), settled)).toEqual([]);
  });

  it('keeps to what a person said last, who pauses, stops, cancels and saves while it sends', async () => {
    expect(await brokenSeeds(1, runs({ quick: 60, all: 400 }), steered)).toEqual([]);
    expect(await brokenSeeds(1, runs({ quick: 60, all: 400 }), steeredAlone)).toEqual([]);
  });

  it('never takes back what is on its way, whenever people undo', async () => {
    expect(await brokenSeeds(1, runs({ quick: 50, all: 300 }), undone)).toEqual([]);
    expect(await brokenSeeds(1, runs({ quick: 50, all: 300 }), undoneAlone)).toEqual([]);
  });

  it('ends whom it may not read or not change, and goes on with the others', async () => {
    expect(await brokenSeeds(1, runs({ quick: 50, all: 300 }), forbidden)).toEqual([]);
    expect(await brokenSeeds(1, runs({ quick: 50, all: 300 }), forbiddenAlone)).toEqual([]);
  });

  it('lets nobody wait for days, and sends nothing old, when clocks are set and everybody sleeps', async () => {
    expect(await brokenSeeds(1, runs({ quick: 40, all: 400 }), jumping)).toEqual([]);
    expect(await brokenSeeds(1, runs({ quick: 40, all: 400 }), jumpingAlone)).toEqual([]);
  });

  it('takes nothing for old where the clock is set forward just while something is under way', async () => {
    expect(await brokenSeeds(1, runs({ quick: 40, all: 400 }), hurried)).toEqual([]);
    expect(await brokenSeeds(1, runs({ quick: 40, all: 400 }), hurriedAlone)).toEqual([]);
  });

  it('sends nothing with a right that was lost, or against what was asked, while a window slept', async () => {
    expect(await brokenSeeds(1, runs({ quick: 40, all: 400 }), napping)).toEqual([]);
    expect(await brokenSeeds(1, runs({ quick: 40, all: 400 }), nappingSteered)).toEqual([]);
  });

  it('does everything at once when nothing goes wrong', async () => {
    expect(await brokenSeeds(1, runs({ quick: 30, all: 200 }), calm)).toEqual([]);
    const { devices } = await new Schedule(7, calm).run();
    const ended = devices.flatMap(({ outbox }) => outbox.ended);
    expect(ended.every(({ operation }) => operation.doubts === 0)).toBe(true);
  });

  it('still keeps the seeds that once went wrong', async () => {
    for (const { seed, weather } of keptSeeds) {
      expect(violations(await new Schedule(seed, weather).run()), `seed ${seed}`).toEqual([]);
    }
  });

  it('does the same for the same seed', async () => {
    const [one, other] = [await new Schedule(11, storm).run(), await new Schedule(11, storm).run()];
    expect(one.trace).toEqual(other.trace);
    expect(one.trace.length).toBeGreaterThan(10);
  });

  it('ends for everybody as it would have undisturbed, when there are licenses for all', async () => {
    const last = runs({ quick: 30, all: 200 });
    const rough: Weather = { ...settled, shortages: false, staleReads: false };
    for (let seed = 1; seed <= last; seed++) {
      const disturbed = await new Schedule(seed, rough).run();
      const quiet = await new Schedule(seed, { ...calm, shortages: false }).run();
      expect(endStates(disturbed), `seed ${seed}`).toEqual(endStates(quiet));
    }
  });
});

/** What the cloud has in the end. */
const endStates = ({ people: { cloud, users, products } }: Schedule): unknown =>
  users.map((user) => products.map((sku) => cloud.path(user, sku)));

describe('a rule broken at the edge is noticed', () => {
  const mutants: readonly (readonly [Mutant, Weather, number])[] = [
    ['dropBeforeSend', settled, 50],
    ['throttledIsDone', settled, 100],
    ['noFencing', settled, 1_500],
    ['noQuiet', alone, 1_500],
    ['noReadBeforeSend', storm, 500],
    ['noBarrier', settled, 800],
    ['claimUnchecked', steered, 300],
    ['claimWhileHeld', steered, 100],
    ['partIsWhole', steeredAlone, 800],
    ['undoInFlight', undoneAlone, 50],
    ['forbiddenIsDone', forbiddenAlone, 50],
    ['forbiddenIsGone', forbiddenAlone, 150],
    ['claimUnreviewed', steered, 300],
    ['sendUnwanted', steeredAlone, 800],
    ['leaseUnchecked', nappingSteered, 400],
    ['askUnchecked', nappingSteered, 400],
    ['leaveUnchecked', nappingSteered, 800],
    ['jumpsUnseen', hurriedAlone, 2_000],
  ];
  it.each(mutants)('%s', async (mutant, weather, count) => {
    let found: string[] = [];
    for (let first = 1; first <= count && found.length === 0; first += 50) {
      found = await brokenSeeds(first, 50, weather, mutant);
    }
    expect(found).not.toEqual([]);
  });
});
