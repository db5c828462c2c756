import { n, pick, plural, users } from './numbers.ts';

/** A wait as people say it: seconds, or minutes where there are many. */
const span = (seconds: number): string =>
  seconds < 120 ? `${n(seconds)} s` : `${n(Math.ceil(seconds / 60))} min`;

const ended = {
  applied: 'Applied',
  already: 'No change needed',
  rejected: 'Rejected',
  conflict: 'Conflict',
  cancelled: 'Cancelled',
};

/** A sync run while it goes on, and how it ended for each user. */
export const sync = {
  progress: 'Progress',
  done: (some: number, all: number) => `${n(some)} of ${users(all)}`,
  state: {
    running: 'Syncing',
    waiting: 'Waiting',
    paused: 'Paused',
    stopped: 'Stopped',
    signIn: 'Sign-in needed',
    outdated: 'Review needed',
    noAccess: 'No access',
    refused: 'Not accepted',
    interrupted: 'Interrupted',
    done: 'Ended',
  },
  stateText: {
    paused: 'Nothing is sent until you resume. What was sent before stays.',
    queued: 'Waits for its turn: customers are synced one after another.',
    stopped: 'The users who were not sent are still pending. Nothing was lost.',
    stopping: 'Stops when the answers to the last batch are here.',
    cancelling:
      'What is not sent is removed from the plan when the answers to the last batch are here.',
    signIn: 'Microsoft asks you to sign in again. Nothing is lost; the sync continues afterwards.',
    noAccess:
      'Microsoft 365 no longer lets you change this customer. The users who were not sent are still pending. Check the relationship with the customer and your roles in Partner Center, then resume.',
    outdated:
      'This sync waited more than 24 hours, so it does not continue by itself. Review it again.',
    refused:
      'Microsoft 365 does not accept what Seatwise asks. The users who were not sent are still pending.',
    interrupted:
      'The window that sent this was closed. Nothing is sent twice: what is unclear is checked first.',
  },
  changed: (count: number) =>
    `${users(count)} changed since the review. This sync does not send them.`,
  reviewAgain: 'Review again',
  reviewAgainOf: (customer: string) => `Review ${customer} again`,
  waiting: {
    throttled: (seconds: number) => `Microsoft asks to wait ${span(seconds)}`,
    unreachable: (seconds: number) => `Microsoft 365 does not answer. Next try in ${n(seconds)} s`,
    quiet: (seconds: number) =>
      `Checking again in ${n(seconds)} s whether the last requests arrived`,
  },
  offline: 'You are offline. The sync continues when the network is back.',
  elsewhere: 'Another Seatwise window is sending this. You can control it from here, too.',
  perMinute: (count: number) => `${users(count)} a minute`,
  secondsLeft: (seconds: number) => `about ${plural(seconds, 'second', 'seconds')} left`,
  minutesLeft: (minutes: number) => `about ${plural(minutes, 'minute', 'minutes')} left`,
  hoursLeft: (hours: number) => `about ${plural(hours, 'hour', 'hours')} left`,

  counts: 'Users by outcome',
  count: {
    ...ended,
    inDoubt: 'Result unknown, checking',
    unknown: 'Result unknown',
    waiting: 'Waiting',
    left: 'Left',
  },

  pause: 'Pause',
  pauseOf: (customer: string) => `Pause the sync of ${customer}`,
  resume: 'Resume',
  resumeOf: (customer: string) => `Resume the sync of ${customer}`,
  stop: 'Stop after this batch',
  stopOf: (customer: string) => `Stop after this batch: ${customer}`,
  cancelRest: 'Cancel what is not sent',
  cancelRestOf: (customer: string) => `Cancel what is not sent of ${customer}`,
  outcomes: 'See outcomes',
  outcomesOf: (customer: string) => `See outcomes of ${customer}`,
  controlFailed: 'That did not reach the sync. Try again.',

  cancelTitle: 'Cancel what is not sent?',
  cancelText: (count: number, customer: string) =>
    `${users(count)} of ${customer} ${pick(count, 'was', 'were')} not sent yet. Their changes are removed from the plan, and nothing changes for them in Microsoft 365. The history keeps them; Redo there puts them back.`,
  cancelSent: 'What was sent already stays as it is, and its outcome is still read.',
  cancelKeep: 'To keep them pending for later, choose Stop after this batch instead.',

  announce: {
    running: (customer: string) => `${customer}: syncing.`,
    waiting: (customer: string) => `${customer}: waiting.`,
    waits: (customer: string, why: string) => `${customer}: ${why}.`,
    paused: (customer: string) => `${customer}: paused.`,
    stopped: (customer: string) => `${customer}: stopped. What was not sent is still pending.`,
    signIn: (customer: string) => `${customer}: sign-in needed.`,
    outdated: (customer: string) => `${customer}: a new review is needed.`,
    noAccess: (customer: string) => `${customer}: no access to Microsoft 365.`,
    refused: (customer: string) => `${customer}: Microsoft 365 does not accept the request.`,
    interrupted: (customer: string) => `${customer}: interrupted.`,
    done: (customer: string, summary: string) => `${customer}: the sync has ended. ${summary}`,
    part: (customer: string, percent: string) => `${customer}: ${percent} done.`,
  },
  summaryPart: {
    applied: (count: number) => `${n(count)} applied`,
    already: (count: number) => `${n(count)} needed no change`,
    rejected: (count: number) => `${n(count)} rejected`,
    conflict: (count: number) => plural(count, 'conflict', 'conflicts'),
    cancelled: (count: number) => `${n(count)} cancelled`,
    inDoubt: (count: number) => `${n(count)} unknown`,
    waiting: (count: number) => `${n(count)} waiting`,
    left: (count: number) => `${n(count)} left`,
  },
  inDoubtLeft: (count: number) =>
    `For ${users(count)} it is not known whether the change arrived. The next sync checks them first.`,
  allApplied: (count: number) => `Applied in Microsoft 365 for ${users(count)}`,

  title: 'Outcomes of the sync',
  missing: 'This sync is not on this device',
  missingHint: 'The link may come from another device, or the customer was removed here.',
  toPending: 'Go to Pending',
  notLoaded: 'The outcomes could not be loaded.',
  startedAt: 'Started',
  endedAt: 'Ended',
  notEnded: 'Not ended yet',
  by: 'Synced by',
  otherRuns: 'Other syncs of this customer',
  agrees: "The customer's counts agree with Microsoft 365.",
  differsTitle: 'The counts differ from Microsoft 365',
  differs: (product: string, planned: number, cloud: number) =>
    `${product}: ${n(planned)} assigned here, ${n(cloud)} in Microsoft 365`,
  differsMore: (count: number) => plural(count, 'more product', 'more products'),
  differsNote: 'Somebody else may have changed licenses meanwhile. Get new data to see whose.',
  notCompared: 'The counts were not compared with Microsoft 365.',

  filter: {
    all: 'All',
    ...ended,
    open: 'Not ended',
  },
  search: 'Search users of this sync',
  nobodyFound: 'No user of this sync is in this list.',
  columns: {
    outcome: 'Outcome',
    sent: 'What was planned',
  },
  why: {
    already: 'Microsoft 365 already had this. Nothing was sent.',
    conflict: 'Microsoft 365 differs from what was last known. Our change was not applied.',
    cancelled: 'Removed from the plan. Nothing of it was applied.',
    cancelledPartly: (done: string, open: string) =>
      `Removed from the plan. Already so in Microsoft 365: ${done}. Not applied: ${open}.`,
    notApplied: (products: string) => `Not applied because of it: ${products}`,
    locationSet: 'The usage location was set before the licenses were refused. It stays.',
    locationStays: 'The usage location had been set by us before. It stays.',
    cancelledAfterLocation:
      'Removed from the plan. The usage location was set before, and stays. No license was changed.',
  },
  sent: {
    assign: (product: string) => `+ ${product}`,
    revoke: (product: string) => `− ${product}`,
    servicePlans: (product: string) => `${product}: service plans`,
  },
  location: (country: string) => `Usage location ${country}`,
  refusal: {
    usageLocationMissing: 'The user has no valid usage location.',
    usageLocationProhibited: 'The license may not be assigned in the usage location of the user.',
    inherited: 'The license comes from a group. It can be revoked only there.',
    notAssignedToUser: 'The user does not hold the license that was to be revoked.',
    disabledPlanNotInSku: 'A service plan that was to be switched off is not part of the product.',
    missingParameter: 'The request was not complete.',
    proxyAddress: 'An email address of the user is already used by somebody else.',
    noChanges: 'There was nothing to change.',
    badGuid: 'Microsoft 365 did not understand an ID.',
    forbidden: 'Your account may not read or change this user.',
    concurrency: 'Somebody else was changing the user at the same moment.',
    userGone: 'The user no longer exists.',
    throttled: 'Too many requests at once.',
    unknown: 'Microsoft 365 refused it for a reason that Seatwise does not know.',
    count: 'No license was left.',
    notOwnedByTenant: 'The customer no longer owns the product.',
    notAssignableToUser: 'The product cannot be assigned to a user.',
    conflict: 'Service plans of these licenses cannot be assigned together.',
    dependency: 'A service plan needs another one that the user does not have.',
  },
  details: 'What Microsoft said',
  requestId: 'Request ID',
  toConflicts: 'See what differs',
  retry: (count: number) => `Retry failed only (${n(count)})`,
  retryHeading: (count: number) => `${users(count)} ${pick(count, 'was', 'were')} rejected`,
  retryText: 'What was planned for them can be planned again, as a new change that you can undo.',
  retryWithout: (product: string, count: number) => `Retry without ${product} (${n(count)})`,
  because: (product: string) => `Rejected because of ${product}`,
  restLeft: (count: number) => `Something else was planned for ${n(count)} of them.`,
  retrying: {
    title: 'Retry failed only',
    text: (count: number) =>
      `What was rejected is planned again for ${users(count)}, as a new change. Nothing is sent before you review and sync it.`,
    withoutTitle: (product: string) => `Retry without ${product}`,
    withoutText: (count: number, product: string) =>
      `What else was rejected is planned again for ${users(count)}, without ${product}, as a new change. Nothing is sent before you review and sync it.`,
    stays: {
      changedSince: 'Skipped: changed since',
      done: 'Skipped: planned again, or no change needed',
      exchange: 'Skipped: they would only lose the license that was to be replaced',
      nothingElse: 'Skipped: nothing else was planned',
      gone: 'Skipped: no longer in this customer',
    },
    now: 'Plan it again',
    trouble: {
      nothingToDo:
        'Nothing was planned: nothing is left to retry, or the rules skip these users now.',
      stale: 'Nothing was planned: the numbers have changed. Try again.',
      shortage: 'Nothing was planned: not enough licenses are available.',
      failed: 'It could not be planned again. Nothing was changed.',
    },
  },
  seeRules: 'See rules',
  learned: (count: number) =>
    `${plural(count, 'new rule was', 'new rules were')} learned from what Microsoft 365 refused.`,
};
