import { n, pick, plural, users } from './numbers.ts';

export const fill = {
  menu: 'Start from…',
  fromPreset: 'A preset…',
  fromUser: 'The licenses of a user…',
  everything: 'Revoke everything…',
  savePreset: 'Save as preset…',
  use: 'Use these',
  failed: 'This could not be read. Nothing was changed.',
  replaces: 'This replaces your current changes.',

  revoke: {
    title: 'Revoke everything',
    lead: (count: number) =>
      `For people who leave: selects every license of ${users(count)} that can be revoked here. Nothing is planned until you save.`,
    select: 'Select for revoking',
    reminderTitle: 'Keep the mailbox first',
    reminder:
      'If mail is still needed, convert the mailbox to a shared mailbox in Microsoft 365, or export the data, before you sync. When the last mailbox license is revoked, the mailbox is kept for 30 days, then it is deleted.',
    products: 'Licenses to revoke',
    users: 'Revoke from',
    frees: 'Licenses freed',
    skips: 'What stays',
    nothing: 'None of the selected users holds a license that can be revoked here.',
  },

  copy: {
    title: 'Copy the licenses of a user',
    lead: 'Choose whose licenses to copy: what that user holds directly, with the same service plans on and off.',
    nobody: 'No users match.',
    of: (user: string) => `Licenses of ${user}`,
    other: 'Choose another user',
    toSelected: (count: number) =>
      `Copy these licenses to the selected ${pick(count, 'user', 'users')} (${n(count)})`,
  },

  presets: {
    title: 'Presets',
    lead: 'Choose a preset to see what it does for this customer.',
    none: 'There are no presets yet. Make changes first, then save them as a preset.',
    products: (count: number) => plural(count, 'product', 'products'),
    saved: (date: string) => `saved ${date}`,
    by: (operator: string) => `by ${operator}`,
    taken: 'Another preset has this name.',
    deleteAsk: (name: string) => `Delete the preset “${name}”? Changes made with it stay.`,
    deleted: (name: string) => `The preset “${name}” was deleted.`,
    other: 'Choose another preset',
  },

  keep: {
    title: 'Save as preset',
    lead: 'Saves the current changes under a name, on this device, for any customer:',
    taken: (name: string) =>
      `There is a preset “${name}” already. Replace it, or enter another name.`,
    saved: (name: string) => `The preset “${name}” was saved.`,
    failed: 'The preset could not be saved.',
  },

  review: {
    nothing: 'Nothing of this can be used here.',
    skips: 'Skipped',
    present: 'You already made changes',
    replace: 'Replace them',
    add: 'Add to them',
  },

  skip: {
    keptByGroup: (count: number, product: string, group: string) =>
      `${users(count)} ${pick(count, 'keeps', 'keep')} ${product} through ${group}: remove ${pick(count, 'the user', 'them')} from the group in Microsoft 365.`,
    onlyByGroup: (product: string, groups: string) =>
      `${product} comes only through ${groups}: add people to that group instead.`,
    servicePlansUnknown: (product: string) =>
      `${product}: the service plans of this user are unknown. Only the product is used.`,
    licensesUntold: (count: number) =>
      `Not all licenses of ${users(count)} are known: what else they hold is left out. Import them, or get new data.`,
    notOwned: (name: string, partNumber: string) =>
      `${name} (${partNumber}): this customer does not own it.`,
    swapNotOwned: (from: string, to: string, missing: string) =>
      `Swap ${from} → ${to}: this customer does not own ${missing}.`,
    servicePlansLacking: (product: string, names: string) => `${product}: here it has no ${names}.`,
    servicePlansUnlisted: (product: string, names: string) =>
      `${product}: its service plans are unknown here, so ${names} cannot be switched.`,
    notAssignable: (product: string, reason: string) => `${product}. ${reason}.`,
  },

  done: {
    everything: 'Everything is selected for revoking.',
    user: (name: string) => `Started from the licenses of ${name}.`,
    preset: (name: string) => `Started from the preset “${name}”.`,
    assigns: (count: number, products: string) =>
      `Assign ${plural(count, 'product', 'products')}: ${products}.`,
    revokes: (count: number, products: string) =>
      `Revoke ${plural(count, 'product', 'products')}: ${products}.`,
    swap: (from: string, to: string) => `Swap ${from} → ${to}.`,
    switches: (on: number, off: number) =>
      off === 0 ? `Service plans: ${n(on)} on.` : `Service plans: ${n(on)} on, ${n(off)} off.`,
    skipped: (count: number) => `Skipped: ${n(count)}`,
    undone: 'Your changes are as they were before.',
  },
};
