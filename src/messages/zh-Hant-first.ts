import type { FirstMessages } from './messages.ts';
import { words } from './zh-Hant/words.ts';
import { customers } from './zh-Hant/customers.ts';
import { shell } from './zh-Hant/shell.ts';

export const zhHantFirst: FirstMessages = {
  words,
  customers,
  shell,
};
