import { describe, expect, it } from 'vitest';
import { runs } from '../runs.ts';
import { brokenStoredSeeds } from './broken-stored-seeds.ts';
import {
  alone,
  calm,
  forbiddenAlone,
  keptWeathers,
  settled,
  steered,
  steeredAlone,
  storm,
  undone,
  undoneAlone,
  type Weather,
} from './weather.ts';

const broken = (count: number, weather: Weather, first = 1): Promise<string[]> =>
  brokenStoredSeeds(first, count, weather);

describe('a sync whatever happens, on the real store', { timeout: 600_000 }, () => {
  it('keeps its promises when windows are killed and frozen, answers get lost, others edit and people plan on', async () => {
    expect(await broken(runs({ quick: 2, all: 25 }), storm)).toEqual([]);
  });

  it('leaves in the cloud just what was planned and applied, when nobody else edits', async () => {
    expect(await broken(runs({ quick: 1, all: 15 }), alone)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 10 }), settled)).toEqual([]);
  });

  it('keeps to what a person said last, who pauses, stops, cancels and saves while it sends', async () => {
    expect(await broken(runs({ quick: 1, all: 12 }), steered)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 10 }), steeredAlone)).toEqual([]);
  });

  it('never takes back what is on its way, and ends whom it may not read or not change', async () => {
    expect(await broken(runs({ quick: 1, all: 10 }), undone)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 5 }), undoneAlone)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 5 }), forbiddenAlone)).toEqual([]);
  });

  it('keeps them while people import, pull, back up, restore, remove, wipe and hand over', async () => {
    const { keptStorm, keptAlone, keptUndone, keptJumping, keptBlocks } = keptWeathers;
    expect(await broken(runs({ quick: 1, all: 40 }), keptStorm)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 40 }), keptAlone)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 40 }), keptUndone)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 40 }), keptJumping)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 10 }), keptBlocks)).toEqual([]);
  });

  it('loses nothing of a Save, or of what ended, where both are written at once', async () => {
    const { racing, racingAlone } = keptWeathers;
    expect(await broken(runs({ quick: 1, all: 30 }), racing)).toEqual([]);
    expect(await broken(runs({ quick: 1, all: 30 }), racingAlone)).toEqual([]);
  });

  it('plans nothing for somebody whom an import marks as gone while it is sent', async () => {
    expect(await broken(1, keptWeathers.keptJumping, 910011)).toEqual([]);
  });

  it('does everything at once when nothing goes wrong', async () => {
    expect(await broken(runs({ quick: 1, all: 5 }), calm)).toEqual([]);
  });
});
