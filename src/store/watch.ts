import { cloudMoods } from './cloud.ts';
import type { SeatwiseDatabase } from './database.ts';
import { openRuns } from './runs.ts';
import type { RunRow } from './sync-rows.ts';
import { watchQuery } from './watch-query.ts';

/**
 * Tells when facts were written or a person decided about one since the call, in this window or another
 * one. Gives the function that ends it.
 */
export function watchRules(db: SeatwiseDatabase, onChange: () => void): () => void {
  let isFirst = true;
  return watchQuery(
    () => Promise.all([db.ruleFacts.toArray(), db.factSwitches.toArray()]),
    () => {
      if (!isFirst) onChange();
      isFirst = false;
    },
  );
}

/** Tells when the cloud of a sample customer was told how to behave, in this window or another one. Gives the function that ends it. */
export function watchCloudMoods(db: SeatwiseDatabase, onChange: () => void): () => void {
  let isFirst = true;
  return watchQuery(
    () => cloudMoods(db),
    () => {
      if (!isFirst) onChange();
      isFirst = false;
    },
  );
}

/** Tells when presets were saved, renamed or deleted since the call, in this window or another one. Gives the function that ends it. */
export function watchPresets(db: SeatwiseDatabase, onChange: () => void): () => void {
  let isFirst = true;
  return watchQuery(
    () => db.presets.toArray(),
    () => {
      if (!isFirst) onChange();
      isFirst = false;
    },
  );
}

/**
 * Gives the runs of all customers that have not ended, now and whenever a run was written, here or in
 * another window. Gives the function that ends it.
 */
export const watchRuns = (db: SeatwiseDatabase, onRuns: (open: RunRow[]) => void): (() => void) =>
  watchQuery(() => openRuns(db), onRuns);
