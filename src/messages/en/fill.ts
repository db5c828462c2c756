import { n, pick, plural } from './numbers.ts';

const users = (count: number): string => plural(count, 'user', 'users');

export const fill = {
  menu: 'Fill in',
  everything: 'Revoke everything…',
  tick: 'Tick',
  failed: 'It could not be read. Nothing was ticked.',
  replaces: 'What is ticked now is replaced.',

  revoke: {
    title: 'Revoke everything',
    lead: (count: number) =>
      `For people who leave: every license of ${users(count)} that can be revoked here is ticked. Nothing is planned until you save.`,
    reminderTitle: 'Keep the mailbox first',
    reminder:
      'If mail is still needed, convert the mailbox to a shared mailbox in Microsoft 365, or export and keep the data, before this is sent. When the last mailbox license goes, the mailbox is kept for 30 days, then it is deleted.',
    ticks: 'What is ticked',
    users: 'Revoke from',
    frees: 'Licenses freed',
    skips: 'What stays',
    nothing: 'Nobody of the selection holds a license that can be revoked here.',
  },

  skip: {
    keptByGroup: (count: number, product: string, group: string) =>
      `${users(count)} ${pick(count, 'keeps', 'keep')} ${product} through ${group}: take ${pick(count, 'the user', 'them')} out of the group in Microsoft 365.`,
    notAssignable: (product: string, reason: string) => `${product}. ${reason}.`,
  },

  done: {
    everything: 'Revoke everything is ticked.',
    revokes: (count: number, products: string) =>
      `Revoke ${plural(count, 'product', 'products')}: ${products}.`,
    skipped: (count: number) => `Not ticked: ${n(count)}`,
    undone: 'The ticks are as they were before.',
  },
};
