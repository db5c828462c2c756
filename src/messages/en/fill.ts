import { n, pick, plural } from './numbers.ts';

const users = (count: number): string => plural(count, 'user', 'users');

export const fill = {
  menu: 'Fill in',
  fromPreset: 'From a preset…',
  fromUser: 'From the licenses of a user…',
  everything: 'Revoke everything…',
  savePreset: 'Save as preset…',
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

  copy: {
    title: 'Copy the licenses of a user',
    lead: 'Choose whose licenses to copy. What that user holds directly is ticked for the selection, with the same service plans on and off.',
    search: 'Search users',
    nobody: 'No user matches.',
    of: (user: string) => `Licenses of ${user}`,
    other: 'Choose another user',
    toSelected: (count: number) =>
      `Copy these licenses to the selected ${pick(count, 'user', 'users')} (${n(count)})`,
  },

  presets: {
    title: 'Presets',
    list: 'Presets',
    lead: 'Choose a preset to see what it ticks for this customer.',
    none: 'There are no presets yet. Tick something, then save it as a preset.',
    products: (count: number) => plural(count, 'product', 'products'),
    saved: (date: string) => `saved ${date}`,
    by: (operator: string) => `by ${operator}`,
    actions: (name: string) => `Actions for ${name}`,
    rename: 'Rename',
    newName: 'New name',
    taken: 'Another preset has this name.',
    delete: 'Delete',
    deleteAsk: (name: string) => `Delete the preset “${name}”? Changes made with it stay.`,
    deleted: (name: string) => `The preset “${name}” was deleted.`,
    other: 'Choose another preset',
  },

  keep: {
    title: 'Save as preset',
    lead: 'Keeps what is ticked now under a name, on this device, for any customer:',
    name: 'Name',
    taken: (name: string) =>
      `There is a preset “${name}” already. Replace it, or enter another name.`,
    replace: 'Replace',
    saved: (name: string) => `The preset “${name}” was saved.`,
    failed: 'The preset could not be saved.',
  },

  review: {
    nothing: 'Nothing can be ticked.',
    skips: 'Not ticked',
    ticked: 'Something is ticked already',
    replace: 'Replace what is ticked',
    add: 'Add to what is ticked',
  },

  skip: {
    keptByGroup: (count: number, product: string, group: string) =>
      `${users(count)} ${pick(count, 'keeps', 'keep')} ${product} through ${group}: remove ${pick(count, 'the user', 'them')} from the group in Microsoft 365.`,
    onlyByGroup: (product: string, groups: string) =>
      `${product} comes only through ${groups}: add people to that group instead.`,
    servicePlansUnknown: (product: string) =>
      `${product}: how this user has the service plans is not known. Only the product is ticked.`,
    licensesUntold: (count: number) =>
      `Not all licenses of ${users(count)} are known: what else they hold is left out. Import them, or get fresh data.`,
    notOwned: (name: string, partNumber: string) =>
      `${name} (${partNumber}): this customer does not own it.`,
    swapNotOwned: (from: string, to: string, missing: string) =>
      `Swap ${from} → ${to}: this customer does not own ${missing}.`,
    servicePlansLacking: (product: string, names: string) => `${product}: here it has no ${names}.`,
    servicePlansUnlisted: (product: string, names: string) =>
      `${product}: no source listed its service plans here, so ${names} cannot be switched.`,
    notAssignable: (product: string, reason: string) => `${product}. ${reason}.`,
  },

  done: {
    everything: 'Revoke everything is ticked.',
    user: (name: string) => `Ticked from the licenses of ${name}.`,
    preset: (name: string) => `Ticked from the preset “${name}”.`,
    assigns: (count: number, products: string) =>
      `Assign ${plural(count, 'product', 'products')}: ${products}.`,
    revokes: (count: number, products: string) =>
      `Revoke ${plural(count, 'product', 'products')}: ${products}.`,
    swap: (from: string, to: string) => `Swap ${from} → ${to}.`,
    switches: (on: number, off: number) => `Service plans: ${n(on)} on, ${n(off)} off.`,
    location: (country: string) => `Usage location ${country} for those without one.`,
    skipped: (count: number) => `Not ticked: ${n(count)}`,
    undone: 'The ticks are as they were before.',
  },
};
