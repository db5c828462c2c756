import { n } from './numbers.ts';

/** One user's own page. */
export const user = {
  about: 'About this user',
  objectId: 'Object ID',
  mail: 'Email',
  servicePlansOff: 'Service plans off',
  fromGroup: (group: string) => `From group ${group}`,
  directAndGroup: (groups: string) => `Direct, and from group ${groups}`,
  allOn: 'All on',
  plansOff: (count: number) => `${n(count)} off`,
  plannedAdded: 'Planned: assigned',
  plannedRemoved: 'Planned: revoked',
  plannedChanged: 'Planned: service plans changed',
  noChange: 'No change planned',
  cloudErrors: {
    CountViolation: 'Microsoft 365 reports: not enough licenses.',
    MutuallyExclusiveViolation:
      "Microsoft 365 reports: contains a service plan that can't be assigned together with another one.",
    DependencyViolation: 'Microsoft 365 reports: a service plan that it depends on is missing.',
    ProhibitedInUsageLocationViolation:
      'Microsoft 365 reports: not available in this usage location.',
    UniquenessViolation: 'Microsoft 365 reports: an address is already used by someone else.',
  },
  otherError: (code: string) => `Microsoft 365 reports an error: ${code}.`,
  notFound: 'This user is not on this device',
  notFoundHint:
    'The link may come from another device, or the data of this customer was replaced here since then.',
  notLoaded: 'The user could not be loaded.',
};
