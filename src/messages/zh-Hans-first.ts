import type { FirstMessages } from './messages.ts';
import { words } from './zh-Hans/words.ts';
import { customers } from './zh-Hans/customers.ts';
import { shell } from './zh-Hans/shell.ts';

export const zhHansFirst: FirstMessages = {
  words,
  customers,
  shell,
};
