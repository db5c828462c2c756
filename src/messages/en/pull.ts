import { n, plural, users } from './numbers.ts';

/** Reading a customer from Microsoft 365, and how the sandbox behaves for the samples. */
export const pull = {
  run: 'Get new data',
  hint: 'Reads users, licenses and numbers. Pending changes stay as they are; nothing is sent.',
  running: 'Reading from Microsoft 365',
  read: (count: number) => `${users(count)} read`,
  throttled: (seconds: number) => `Microsoft asks to wait ${plural(seconds, 'second', 'seconds')}`,
  silent: (seconds: number) => `No answer. Trying again in ${plural(seconds, 'second', 'seconds')}`,
  done: (count: number) => `The data is up to date: ${users(count)}.`,
  counts: (added: number, changed: number, gone: number) =>
    `${n(added)} added, ${n(changed)} changed, ${n(gone)} no longer there.`,
  nothingNew: 'Nothing had changed.',
  cancelled: 'Cancelled. Nothing was changed.',
  failed: 'The data could not be read. Nothing was changed.',
  refused: {
    signIn: 'You have to sign in to Microsoft 365 first.',
    noAccess: 'Microsoft 365 does not allow this account to read this customer.',
    unreachable: 'Microsoft 365 does not answer. Check your connection, then try again.',
    refused: 'Microsoft 365 refused to answer.',
    badAnswer: 'Microsoft 365 answered in a way that Seatwise does not understand.',
    otherTenant: 'The answer belongs to another tenant than this customer. It was not used.',
    notConnected: 'This customer is not connected to a tenant yet.',
    busy: 'An import of this customer is under way. Wait until it has ended, then try again.',
    syncing: 'A sync of this customer is under way. Its users are read as it goes.',
    gone: 'This customer is no longer on this device.',
  },
  said: 'What Microsoft 365 said:',

  sandbox: 'Sandbox: how the sample cloud behaves',
  sandboxHint:
    'Sample customers are synced with a sample cloud on this device. Nothing reaches Microsoft 365. Try here how Seatwise copes when the cloud misbehaves. All windows see the same.',
  moods: {
    slow: 'Slow',
    slowHint: 'Every answer takes 3 seconds.',
    throttled: 'Too many requests',
    throttledHint: 'After 40 requests in 10 seconds the cloud asks to wait.',
    contested: 'Colliding changes',
    contestedHint:
      'Of the changes that arrive together the cloud makes 4 and refuses the others for now.',
    offline: 'Offline',
    offlineHint: 'The cloud cannot be reached.',
    lag: 'Late readings',
    lagHint: 'For 30 seconds after a change the cloud still shows what was before.',
    otherAdmin: 'Another administrator at work',
    otherAdminHint:
      'Somebody else assigns and revokes licenses, changes usage locations, renames and deletes users now and then.',
    accessEnded: 'Access has ended',
    accessEndedHint:
      'The cloud refuses everything: the partner may no longer manage this customer.',
  },
  endedProduct: 'Subscription that has ended',
  endedProductHint: 'The customer no longer owns this product.',
  actNow: 'Another administrator, now',
  actNowHint: 'Changes two pending users in the cloud at once, so that the next sync meets it.',
  deed: {
    changesLicense: 'Changes a license',
    givesThroughGroup: 'Gives the license through a group',
    changesLocation: 'Changes the usage location',
    renames: 'Renames the user',
    deletes: 'Deletes the user',
  },
  act: 'Do it now',
  acted: (count: number) => `Done to ${users(count)}.`,
  actedToNobody: 'There is no pending user to do it to.',
  buy: {
    button: 'Buy in the sample cloud',
    hint: 'Simulated: the sample cloud is on this device. Nothing is ordered, nothing is paid.',
    bought: (count: number) =>
      `${plural(count, 'license', 'licenses')} bought in the sample cloud.`,
  },
  misbehaveOf: (names: string) => `Try out problems in the sample cloud of: ${names}`,
  misbehaves: (count: number) => `${n(count)} on`,
  notSaved: 'That did not work. Nothing was changed.',
};
