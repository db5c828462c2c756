import { openStore } from '../store/open-store.ts';
import type { Desk } from '#worker/desk.ts';
import { SampleClouds } from '#worker/cloud/sample-clouds.ts';
import { FirstPages } from '#worker/users/first-pages.ts';
import type { ReadImport } from '#worker/imports/customer-meanings.ts';
import { ListShelf } from '#worker/lists/list-shelf.ts';
import { OpenCustomers } from '#worker/customers/open-customers.ts';
import { Selections } from '#worker/selection/selections.ts';
import { Tokens } from '#worker/sign-in/tokens.ts';

/** A desk on a database of its own, or another worker's on the same one. */
export function openDesk(db = openStore(), now: () => number = () => 5000): Desk {
  const customers = new OpenCustomers(db);
  const selections = new Selections(db, now);
  const lists = new ListShelf(db, now);
  const firstPages = new FirstPages(db);
  const tokens = new Tokens();
  const clouds = new SampleClouds(db, now);
  const imports = new Map<string, ReadImport>();
  return { db, customers, selections, lists, imports, firstPages, tokens, clouds, now };
}
