/** Undo of what sync applied, by a new change made from how it was before. */
export const reversal = {
  button: 'Undo in Microsoft 365…',
  title: 'Undo in Microsoft 365',
  lead: (date: string) =>
    `Makes a new change that undoes the change of ${date}, for your review. Nothing happens in Microsoft 365 until you save and sync it.`,
  limits: 'It undoes only what that change did. Data that was deleted does not come back.',
  users: 'Users in the new change',
  stays: {
    changedSince: 'Changed since',
    gone: 'No longer in this customer',
    notApplied: 'Not applied in Microsoft 365',
    impossible: 'Only a usage location or a direct copy of a group license, which stay',
  },
  whoStays: 'Show who is skipped',
  notLoaded: 'The skipped users could not be loaded.',
  locations: 'Usage location stays as it was set',
  confirm: 'Review the new change',
  failed: 'That did not work. Nothing was planned.',
  reviewHeading: 'Review the undo of a change',
  undoes: 'Undoes',
};
