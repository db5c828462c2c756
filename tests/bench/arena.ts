import type { RuleFact } from '#rules/rule-fact.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import type { Sample } from '#sandbox/make-sample.ts';
import type { SampleSpec } from '#sandbox/sample-spec.ts';
import type { Referee } from './contest.ts';
import { MOST_STORED_ROWS } from './protocol.ts';
import { RowStore, rowsFrom } from './row-store.ts';

/** What every step works on. */
export interface Arena {
  readonly spec: SampleSpec;
  readonly sample: Sample;
  readonly facts: readonly RuleFact[];
  readonly referee: Referee;
  /** False: the naive store is left out. */
  readonly withRows: boolean;
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
  withRows: spec.users <= MOST_STORED_ROWS,
});

/** The store with a row per user, filled. */
export async function filledRows({ spec, sample }: Arena): Promise<RowStore> {
  const store = new RowStore(rowStoreName(spec));
  if ((await store.users.count()) === 0) {
    await store.addAll(rowsFrom(spec.id, sample.batch.users ?? []));
  }
  return store;
}
