import type { RuleFact } from '#rules/rule-fact.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import type { Sample } from '#sandbox/make-sample.ts';
import type { SampleSpec } from '#sandbox/sample-spec.ts';
import type { Referee } from './contest.ts';
import { MOST_STORED_ROWS } from './protocol.ts';
import { dexieRows, rowsFrom, type RowsOnDisk, type StoredRows } from './row-store.ts';
import { sqliteRows } from './sqlite-store.ts';

/** What every step works on. */
export interface Arena {
  readonly spec: SampleSpec;
  readonly sample: Sample;
  readonly facts: readonly RuleFact[];
  readonly referee: Referee;
  /** Stores with a row for each user, to compare with; none where filling them would take minutes. */
  readonly onDisk: readonly RowsOnDisk[];
}

/** The language whose order the steps use. */
export const LOCALE = 'en';
export const PAGE_SIZE = 50;

export const databaseName = ({ id }: SampleSpec): string => `bench ${id}`;
export const rowStoreName = ({ id }: SampleSpec): string => `bench rows ${id}`;

export const arenaOf = (spec: SampleSpec, sample: Sample, referee: Referee): Arena => ({
  spec,
  sample,
  facts: [...documentedFacts, ...sample.facts],
  referee,
  onDisk:
    spec.users > MOST_STORED_ROWS
      ? []
      : [dexieRows(rowStoreName(spec)), sqliteRows(rowStoreName(spec))],
});

/** The store, filled. */
export async function filledRows({ spec, sample }: Arena, place: RowsOnDisk): Promise<StoredRows> {
  const store = await place.open();
  if ((await store.count()) === 0) await store.addAll(rowsFrom(spec.id, sample.batch.users ?? []));
  return store;
}
