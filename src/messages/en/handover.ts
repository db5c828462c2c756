import { n, plural, users } from './numbers.ts';

/** Plans that somebody else carries out: by a script, or in another Seatwise. */
export const handover = {
  heading: 'Handed over',
  lead: 'If you cannot sync from here, hand the plan over: as a PowerShell script for Microsoft Graph, or as a plan file that a colleague opens in Seatwise. Users who are handed over are not sent from here until you take them back or their outcomes are imported.',
  open: 'Hand over…',
  nothing: 'Nothing to hand over: no pending change can be sent.',
  empty: 'Nothing is handed over',
  emptyHint: 'Plans that you hand over are listed here, with who carries them out.',
  notLoaded: 'What is handed over could not be loaded.',
  columns: {
    to: 'To',
    as: 'As',
    out: 'Still handed over',
    ended: 'Ended',
    back: 'Taken back',
  },
  kinds: { script: 'PowerShell script', planFile: 'Plan file' },
  fileHash: 'SHA-256',
  takeBack: 'Take back…',
  takeBackOf: (to: string) => `Take back what was handed over to ${to}`,
  takeBackTitle: (count: number) => `Take back ${users(count)}?`,
  takeBackWarning: (to: string) =>
    `Make sure that ${to} no longer carries out the file. Nobody here can stop it, and both would send.`,
  takeBackDo: (count: number) => `Take back ${users(count)}`,
  notTakenBack: 'They could not be taken back and stay handed over. Try again.',
  tookBack: (count: number) => `${users(count)} taken back: pending here again.`,
  again: {
    button: 'Make the file again',
    of: (to: string) => `Make the file for ${to} again`,
    same: (file: string) =>
      `The file ${file} was made again and saved to your downloads: the same users, the same content, the same SHA-256.`,
    notTheSame:
      'The same file can no longer be made: the data of these users, who of them is handed over, or Seatwise itself has changed. Take it back and hand it over anew.',
    failed: 'The file could not be made. Try again.',
  },
  importOutcomes: 'Import outcomes',
  dialog: {
    title: 'Hand over the plan',
    what: (count: number, customer: string) =>
      `The planned changes of ${users(count)} of ${customer}.`,
    whom: 'Whose planned changes?',
    whose: {
      all: (count: number) => `Everybody who is pending (${n(count)})`,
      selected: (count: number) => `Selected users who are pending (${n(count)})`,
      matching: (count: number) =>
        `Pending users that the filter on Users and licenses shows (${n(count)})`,
    },
    as: 'Hand over as',
    scriptHint:
      'Runs in PowerShell with the module Microsoft.Graph.Authentication 2.4 or newer. It reads each user first, skips those who have changed since, can be stopped and run again, and writes a CSV of outcomes that you import here.',
    planFileHint:
      'A colleague opens it in Seatwise on another device, reviews it and syncs it there. It contains names and planned licenses of these users.',
    to: 'Who carries it out?',
    toHint: 'A name, to know later who has the file.',
    by: (name: string) => `Handed over by ${name}`,
    consequence: (count: number) =>
      `${users(count)} will not be sent from here until you take them back.`,
    confirm: (count: number) => `Hand over ${users(count)}`,
    making: 'Making the file',
    stale: 'The plan has changed meanwhile. Look at the numbers again.',
    done: (name: string) => `The file ${name} was saved to your downloads.`,
    failed: 'The file could not be made. Nothing was handed over.',
  },
  outcomes: {
    found: (file: string) => `${file}: outcomes of a script`,
    hint: 'Records how it ended for the users of that script.',
    reading: 'Importing outcomes',
    of: (customer: string) => `Outcomes for ${customer}`,
    applied: (count: number) => `${users(count)}: applied`,
    already: (count: number) => `${users(count)}: no change needed`,
    rejected: (count: number) => `${users(count)}: rejected by Microsoft 365`,
    skipped: (count: number) =>
      `${users(count)}: skipped, because they had changed since. They are pending here again; get new data before the next try.`,
    failed: (count: number) =>
      `${users(count)}: unknown. They stay handed over; run the script again with the same outcome file.`,
    ignored: (count: number) => `${users(count)}: no longer handed over, nothing was done.`,
    unknown: (count: number) =>
      `${plural(count, 'row belongs', 'rows belong')} to a plan that was not made on this device.`,
    nothing: 'The file has no outcome of a plan that was made on this device.',
    problems: (count: number) => `${plural(count, 'row', 'rows')} could not be read.`,
    refused: 'The file could not be read.',
  },
  plan: {
    found: (file: string) => `${file}: a plan`,
    hint: 'Opens it for review. Nothing is planned before you save.',
    run: 'Open the plan',
    reading: 'Opening the plan',
    about: (count: number, customer: string, operator: string, date: string) =>
      `${users(count)} of ${customer}, handed over${operator === '' ? '' : ` by ${operator}`} on ${date}.`,
    matched: (count: number, customer: string) => `${users(count)} found at ${customer}.`,
    missing: (count: number) =>
      `${users(count)} ${count === 1 ? 'is' : 'are'} not in the data on this device and will be left out. Get new data first to include them.`,
    unproven:
      'An older Seatwise made this file. It has no checksum, so nobody can tell whether it was altered: review it with care.',
    reviewHeading: 'Review the plan file',
    toChange: 'See the change',
    choose: 'For which customer is the plan?',
    chooseHint:
      'No customer on this device is connected to the organization of this plan. Users are found by their object IDs.',
    refused: {
      altered:
        'This plan was altered after it was made: its checksum does not match. It is not opened. Ask for the file again.',
      notAPlan: 'This is not a complete Seatwise plan file. Ask for the file again.',
      unreadable: 'The file could not be read. It may have been moved or changed.',
      otherTenant: 'This plan is for another organization than the customer you chose.',
      newerFormat: (version: number) =>
        `This plan was made with a newer Seatwise (format ${n(version)}). Update Seatwise first.`,
      savedHere: (date: string) =>
        `This plan was already opened and saved on this device on ${date}. It is not opened again.`,
      madeHere: (date: string) =>
        `This plan was handed over from this device on ${date}. To carry it out here, take it back.`,
    },
  },
};
