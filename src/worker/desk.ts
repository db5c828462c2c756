import type { SeatwiseDatabase } from '#store/database.ts';
import { SampleClouds } from './cloud/sample-clouds.ts';
import { OpenCustomers } from './customers/open-customers.ts';
import type { ReadImport } from './imports/customer-meanings.ts';
import { ListShelf } from './lists/list-shelf.ts';
import { Selections } from './selection/selections.ts';
import type { Tokens } from './sign-in/tokens.ts';
import { Steps } from './undo/steps.ts';
import { FirstPages } from './users/first-pages.ts';

/** What the commands work with. */
export interface Desk {
  readonly db: SeatwiseDatabase;
  readonly customers: OpenCustomers;
  readonly selections: Selections;
  readonly lists: ListShelf;
  readonly steps: Steps;
  /** Files that were read for an import, by its id. */
  readonly imports: Map<string, ReadImport>;
  readonly firstPages: FirstPages;
  readonly tokens: Tokens;
  readonly clouds: SampleClouds;
  /** ms since 1970. */
  readonly now: () => number;
}

/** A desk on a database; `onDamage`: other customers can be read than before. */
export function openDesk(
  { db, tokens, now }: Pick<Desk, 'db' | 'tokens' | 'now'>,
  onDamage?: () => void,
): Desk {
  const customers = new OpenCustomers(db, onDamage);
  return {
    db,
    customers,
    selections: new Selections(db, now),
    lists: new ListShelf(db, now),
    steps: new Steps(db, customers),
    imports: new Map(),
    firstPages: new FirstPages(db),
    tokens,
    clouds: new SampleClouds(db, now),
    now,
  };
}
