import { plural } from './numbers.ts';

/**
 * Licenses that a group could not give. What to do is from Microsoft's "Identify and resolve license
 * assignment problems for a group".
 */
export const licenseErrors = {
  heading: 'License errors',
  anyCause: 'Any cause',
  filtered: (cause: string) => `License errors: ${cause}`,
  causeOf: (cause: string, users: number) => `${cause} (${plural(users, 'user', 'users')})`,
  notHeld:
    'Microsoft 365 reports a problem with these licenses. A license that failed counts as not held.',
  whatToDo: 'What to do about license errors',
  causes: {
    CountViolation: 'Not enough licenses',
    MutuallyExclusiveViolation: 'Conflicting service plans',
    DependencyViolation: 'A required service plan is missing',
    ProhibitedInUsageLocationViolation: 'Not available in the usage location',
    UniquenessViolation: 'An address is already in use',
    Other: 'Another cause',
  },
  fixes: {
    CountViolation:
      'Buy more licenses of the product, or revoke some from people who do not need them.',
    MutuallyExclusiveViolation:
      "The product contains a service plan that can't be assigned together with one the user has. Revoke one of the two products, or switch off one of the two service plans.",
    DependencyViolation:
      'Assign a product with the service plan that is missing, or switch off the service plan that needs it.',
    ProhibitedInUsageLocationViolation:
      'If the usage location is wrong, correct it. If it is right, remove the user from the group.',
    UniquenessViolation:
      'Look for another user, group or contact with the same mail address (proxy address), and correct one of them.',
    Other: 'Microsoft 365 does not say why. Processing the licenses again can bring up the reason.',
  },
  reprocess:
    'When the cause is gone, the licenses from groups must be processed again for these users. Seatwise does not do that: in the Microsoft Entra admin center, a License Administrator chooses Reprocess for the user or the group.',
  byPowerShell: 'With Microsoft Graph PowerShell:',
  userPlaceholder: '<userPrincipalName>',
  notGiven: (product: string) => `${product}: not given`,
};
