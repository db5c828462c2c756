import { n, plural } from './numbers.ts';

/** Saying which organization a customer that came from files is. */
export const binding = {
  heading: (customer: string) => `Connect ${customer} to Microsoft 365`,
  lead: 'So far Seatwise knows this customer from files. Before anything can be synced, say which organization in Microsoft 365 it is.',
  which: 'Domain or tenant ID of the customer',
  whichHelp: 'For example contoso.com. You sign in with an account that has access to it.',
  find: 'Find and sign in',
  finding: 'Looking for the organization…',
  unreadable: 'Enter a domain, for example contoso.com, or a tenant ID.',
  unknown: 'No organization in Microsoft 365 has this domain.',
  otherCloud: 'This organization is in a national cloud, which Seatwise cannot reach.',
  offline: 'There is no answer from Microsoft. Check your connection, then try again.',

  comparing: 'Comparing the users',
  compared: (users: number) => `${plural(users, 'user', 'users')} read`,
  organization: 'Organization',
  domain: 'Default domain',
  tenantId: 'Tenant ID',
  inOrganization: (count: number) => `${n(count)} in the organization`,
  here: (count: number) => `${n(count)} on this device`,
  matches: 'The same users',
  byObjectId: (count: number) => `${n(count)} by object ID`,
  byName: (count: number) => `${n(count)} by username`,
  onlyHere: 'Not in the organization',
  noneOnlyHere: 'Nobody',
  onlyHereHint: 'Getting new data marks them as gone.',

  nobody:
    'No user on this device is in this organization. The files came from another one, so it cannot be connected.',
  few: 'Many users on this device are not in this organization. Make sure that it is the right one.',
  forGood: (customer: string, organization: string) =>
    `Is ${customer} the organization ${organization}? This is permanent: what you sync for this customer goes there and nowhere else. To change it, remove the customer from this device.`,
  confirm: 'Yes, connect permanently',
  binding: 'Connecting…',
  another: 'Choose another organization',

  refused: {
    gone: 'The customer is no longer on this device.',
    sample: 'Sample customers are never connected.',
    bound: 'The customer is already connected to another organization.',
    taken: (name: string) =>
      `Another customer on this device, ${name}, is already this organization.`,
  },
  failed: {
    signIn: 'Sign in to continue.',
    noAccess: 'Your account may not read the users of this organization.',
    unreachable: 'Microsoft 365 did not answer. Try again later.',
    refused: 'Microsoft 365 refused to answer.',
    badAnswer: 'Microsoft 365 answered in a way that Seatwise does not understand.',
    otherTenant: 'The account answered for another organization. Nothing was changed.',
    unexpected: 'Something went wrong. Nothing was changed.',
  },

  connection: 'Microsoft 365 connection',
  bound: (customer: string) => `${customer} is connected to this organization.`,
  signedIn: (username: string, until: string) => `Signed in as ${username}, until ${until}.`,
  notSignedIn: 'Nobody is signed in to this organization, in this window.',
  toCustomer: 'Go to the customer',
};
