import { words } from './en/words.ts';
import { customers } from './en/customers.ts';
import { shell } from './en/shell.ts';

/** What the first screen and the frame of every screen say. */
export const enFirst = {
  words,
  customers,
  shell,
};
