/** Undo of what sync applied, by a new change made from how it was before. */
export const reversal = {
  button: 'Undo in Microsoft 365…',
  title: 'Undo in Microsoft 365',
  lead: (date: string) =>
    `Makes a new change that undoes the change of ${date}, for your review. Nothing happens in Microsoft 365 until you save and sync it.`,
  limits: 'It undoes only what that change did. Data that was deleted does not come back.',
  users: 'Users in the new change',
  stays: {
    changedSince: 'Skipped: changed since',
    gone: 'Skipped: no longer in this customer',
    notApplied: 'Skipped: not applied in Microsoft 365',
    impossible: 'Skipped: only a usage location or a direct copy of a group license, which stay',
  },
  whoStays: 'Show who is skipped',
  notLoaded: 'The skipped users could not be loaded.',
  locations: 'Usage location stays as it was set',
  nobody: 'There is nobody for whom it can be undone now.',
  confirm: 'Review the new change',
  failed: 'That did not work. Nothing was planned.',
  reviewHeading: 'Review the undo of a change',
  undoes: 'Undoes',
};
