import { plural } from './numbers.ts';

/** Finding the partner's customers in Microsoft 365, to put them on this device. */
export const finding = {
  findSamples: 'Find more sample customers',
  leadSamples:
    'The customers of the made-up partner in the sandbox. Adding one reads its users and licenses, as it would from Microsoft 365.',
  searching: 'Finding your customers',
  found: (count: number) => `${plural(count, 'customer', 'customers')} found.`,
  notSignedIn:
    'Sign in with an account of your own organization, the partner. Seatwise asks for permission to read the list of your customers.',
  cancelled: 'The search was cancelled.',
  failed: 'The list of customers could not be read.',
  noAccess: 'Microsoft 365 does not allow this account to read the list of customers.',
  here: 'On this device',
  openNamed: (name: string) => `Open ${name}`,
  add: 'Add',
  addNamed: (name: string) => `Add ${name}`,
  adding: (name: string) => `Reading ${name}`,
  added: (name: string, users: number) =>
    `${name} is on this device now: ${plural(users, 'user', 'users')}.`,
  none: 'No customers found',
  noneHint:
    'This organization has no contracts and no delegated administration relationships, or this account does not see them.',
};
