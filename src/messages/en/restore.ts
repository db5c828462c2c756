import { n, plural, users } from './numbers.ts';

export const restore = {
  looking: 'Reading the backup',
  contains: (file: string) => `What is in ${file}`,
  madeAt: (when: string, version: number) => `Saved on ${when}. Format version ${n(version)}.`,
  noDigest:
    'An older Seatwise made this backup. It has no checksum, so nobody can tell whether the file was altered since.',
  customers: 'Customers in the backup',
  changes: 'Saved changes',
  pending: 'Users with pending changes',
  dataFrom: 'Data from',
  onThisDevice: 'On this device',
  isNew: 'Not there yet',
  replaces: (count: number, changes: number) =>
    `Replaced: ${users(count)}, ${plural(changes, 'saved change', 'saved changes')}`,
  replacesFrom: (when: string) => `Data from ${when}`,
  loses: (count: number) => `Pending changes of ${users(count)} will be lost`,
  damaged: 'Damaged when it was saved: comes back as it was, and cannot be read',
  syncEnds: 'Its sync ends as stopped.',
  added: (presets: number, rules: number) =>
    `Added where this device has none of the same: ${plural(presets, 'preset', 'presets')} and ${plural(rules, 'rule', 'rules')}. Those on this device stay as they are; a preset whose name is taken gets a number.`,
  nothingSent:
    'Nothing is sent to Microsoft 365. Syncs that were under way in the backup end as stopped, and what is pending is reviewed again before it is sent.',

  settings: 'Also take over the settings of the device that made this backup',
  settingsHelp: 'Language, your name, thresholds, addresses and switched rules. Off: yours stay.',
  clientId: (id: string) => `App registration for the sign-in: ${id}`,
  buyAddress: (address: string) => `Where “Buy more” leads: ${address}`,
  confirmation: (count: number, percent: number, losing: number) =>
    `Confirming by number from ${users(count)}, ${n(percent)}%, or ${n(losing)} who lose their last mailbox or storage`,
  switches: (count: number) => `${plural(count, 'rule', 'rules')} switched on or off`,
  refused: (names: string) =>
    `Left out, because the file says something impossible there: ${names}`,

  safety: (customers: number) =>
    `First save a backup of what is replaced (${plural(customers, 'customer', 'customers')})`,
  savingSafety: 'Saving a backup of what is replaced',
  safetyFailed:
    'The backup of what would be replaced could not be saved, so nothing was restored. Free up space on this device, or restore without it.',
  typeLost: (count: string) =>
    `Enter ${count} to confirm: that many users lose their pending changes, which are stored nowhere else`,
  now: (customers: number) =>
    customers === 0 ? 'Restore' : `Restore ${plural(customers, 'customer', 'customers')}`,
  moved: 'Something on this device has changed since. Look at what is replaced again.',

  passphrase: 'Passphrase',
  passphraseAsked: (file: string) => `${file} is protected by a passphrase.`,
  open: 'Open the backup',
  passphraseToSet: 'Passphrase (optional)',
  passphraseHelp:
    'A backup holds names of people. With a passphrase only those who know it can open the file. It is kept nowhere: without it the backup is lost.',

  problem: {
    notABackup: 'This file is not a Seatwise backup. Nothing was changed.',
    newerFormat:
      'A newer Seatwise made this backup. Reload to get the newest version, then try again. Nothing was changed.',
    sealed: 'This backup is protected by a passphrase.',
    wrongPassphrase: 'The backup does not open with this passphrase.',
    altered:
      'This backup was altered after it was saved: its checksum does not match. It is not restored, and nothing was changed.',
    damaged:
      'This backup was cut off, or it is damaged: its parts do not fit together. Nothing was changed.',
  },
};
