import type { SeatwiseDatabase } from '#store/database.ts';
import type { WorkerApi } from './api.ts';
import type { SampleClouds } from './cloud/sample-clouds.ts';
import type { FirstPages } from './users/first-pages.ts';
import type { OpenCustomers } from './customers/open-customers.ts';
import type { ListShelf } from './lists/list-shelf.ts';
import type { Selections } from './selection/selections.ts';
import type { Tokens } from './sign-in/tokens.ts';

/** The commands of the door as the worker implements them: each may take its time. */
export type Commands = {
  readonly [Name in keyof WorkerApi]: (
    ...args: Parameters<WorkerApi[Name]>
  ) => ReturnType<WorkerApi[Name]> | Promise<ReturnType<WorkerApi[Name]>>;
};

/** What the commands work with. */
export interface Desk {
  readonly db: SeatwiseDatabase;
  readonly customers: OpenCustomers;
  readonly selections: Selections;
  readonly lists: ListShelf;
  readonly firstPages: FirstPages;
  readonly tokens: Tokens;
  readonly clouds: SampleClouds;
  /** ms since 1970. */
  readonly now: () => number;
}
