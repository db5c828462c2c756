import { n } from './numbers.ts';

/** The report of one change for the customer, in a language of its own. */
export const report = {
  link: 'Report for the customer',
  title: 'Change report',
  language: 'Language of the report',
  print: 'Print',
  back: 'Back to the change',
  made: 'Report made',
  /** Instead of what the change planned, where it was refused. */
  asBefore: 'As before',
  location: (country: string) => `Usage location: ${country}`,
  serviceOff: (license: string, servicePlans: string) => `${license}, off: ${servicePlans}`,
  fromGroups: (license: string, groups: string) => `${license}, from ${groups}`,
  onlyFirst: (shown: number, total: number) =>
    `The first ${n(shown)} of ${n(total)} users. The exported file of the change has all of them.`,
  notLoaded: 'The report could not be made.',
};
