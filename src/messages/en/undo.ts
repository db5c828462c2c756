import { n, pick, plural, users } from './numbers.ts';

/** Undo and redo: a change is taken out of the plan, or put back into it. */
export const undo = {
  button: {
    takenOut: 'Undo: remove from the plan',
    putBack: 'Redo: put back into the plan',
  },
  buttonOf: {
    takenOut: (date: string) => `Undo: remove the change of ${date} from the plan`,
    putBack: (date: string) => `Redo: put the change of ${date} back into the plan`,
  },
  title: {
    takenOut: 'Remove from the plan',
    putBack: 'Put back into the plan',
  },
  lead: {
    takenOut: (date: string) =>
      `The change of ${date} leaves the plan; changes saved later stay. Nothing is sent to Microsoft 365, and you can put it back.`,
    putBack: (date: string) =>
      `The change of ${date} returns to its old place in the plan. Nothing is sent to Microsoft 365.`,
  },
  of: 'Users of this change',
  moved: {
    takenOut: 'Will be removed for',
    putBack: 'Will be put back for',
  },
  offer: {
    label: 'Last Save',
    button: 'Undo the last Save',
    saved: (what: string) => `Saved: ${what}`,
    more: (line: string, count: number) => `${line} (+${plural(count, 'change', 'changes')})`,
    said: (saved: string, keys: string) => `${saved}. Press ${keys} to undo it.`,
  },
  changes: 'What changes in the plan',
  awaited: {
    takenOut: (count: number) =>
      `${plural(count, 'name', 'names')} waiting for the user ${pick(count, 'is', 'are')} removed, too.`,
    putBack: (count: number) =>
      `${plural(count, 'name', 'names')} ${pick(count, 'waits', 'wait')} for the user again.`,
  },
  issues: 'Still to resolve',
  issueUsers: (count: number) => users(count),
  stays: (count: number) =>
    `${users(count)} ${pick(count, 'stays', 'stay')} unchanged. Show who and why`,
  noOneStays: 'Nobody is skipped.',
  reason: {
    blocked: 'What is left of the plan would be refused. Remove the later change first.',
    changedSince: 'A change saved since concerns the same product or the usage location.',
    wantedLater:
      'A later Save wanted the same license and planned nothing, because it was planned already.',
    gone: 'No longer in this customer.',
    ended: 'Already sent, or nothing was left to send.',
    sending: 'Being sent: try again when the outcome is known.',
    waits: 'No license is left.',
  },
  wanted: (count: number) =>
    `A later Save wanted the same license for ${users(count)} of this change`,
  wantedText:
    'It planned nothing for them, because the license was planned already. Without this change they would not get it.',
  wantedStay: 'Leave the change as it is for them',
  wantedToo: 'Remove it for them too: they do not get the license',
  nobody: {
    takenOut: 'It cannot be removed for anybody now.',
    putBack: 'It cannot be put back for anybody now.',
  },
  short: 'There are fewer licenses than this needs:',
  waitHint:
    'For users who wait, the change stays as it is. Licenses are given to those you put first, in your order, then to the others in order.',
  planAllHint: 'It is done for everybody. Nothing is bought: the buy list only reminds you.',
  as: (name: string) => `Done by ${name}`,
  confirm: (count: number, customer: string) =>
    `To confirm, enter the number of users of ${customer}: ${n(count)}`,
  staleTitle: 'Nothing was done: the numbers have changed.',
  staleText:
    'Another window, an import or a sync changed this customer. The new numbers are shown now. Look at them, then confirm again.',
  failed: 'That did not work. Nothing was written.',
  notLoaded: 'What this would do could not be worked out.',
  done: {
    takenOut: (count: number) => `Removed from the plan for ${users(count)}.`,
    putBack: (count: number) => `Put back into the plan for ${users(count)}.`,
  },
};
