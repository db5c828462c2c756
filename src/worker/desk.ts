import type { SeatwiseDatabase } from '#store/database.ts';
import type { SampleClouds } from './cloud/sample-clouds.ts';
import type { ReadImport } from './imports/customer-meanings.ts';
import type { OpenCustomers } from './customers/open-customers.ts';
import type { ListShelf } from './lists/list-shelf.ts';
import type { Selections } from './selection/selections.ts';
import type { Tokens } from './sign-in/tokens.ts';
import type { FirstPages } from './users/first-pages.ts';

/** What the commands work with. */
export interface Desk {
  readonly db: SeatwiseDatabase;
  readonly customers: OpenCustomers;
  readonly selections: Selections;
  readonly lists: ListShelf;
  /** Files that were read for an import, by its id. */
  readonly imports: Map<string, ReadImport>;
  readonly firstPages: FirstPages;
  readonly tokens: Tokens;
  readonly clouds: SampleClouds;
  /** ms since 1970. */
  readonly now: () => number;
}
