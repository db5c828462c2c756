import { openStore } from '../store/open-store.ts';
import type { Desk } from '#worker/commands/commands.ts';
import { SampleClouds } from '#worker/cloud/sample-clouds.ts';
import { FirstPages } from '#worker/first-pages.ts';
import { ListShelf } from '#worker/list-shelf.ts';
import { OpenCustomers } from '#worker/open-customers.ts';
import { Selections } from '#worker/selections.ts';
import { Tokens } from '#worker/tokens.ts';

/** A desk on a database of its own, or another worker's on the same one. */
export function openDesk(db = openStore(), now: () => number = () => 5000): Desk {
  const customers = new OpenCustomers(db);
  const selections = new Selections(db, now);
  const lists = new ListShelf(db, now);
  const firstPages = new FirstPages(db);
  const tokens = new Tokens();
  const clouds = new SampleClouds(db, now);
  return { db, customers, selections, lists, firstPages, tokens, clouds, now };
}
