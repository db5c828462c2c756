import { users } from './numbers.ts';

/** What the rules say, in plain words; `name` texts are already names, never ids. */
export const issues = {
  heading: {
    blocking: (count: number) => `${users(count)} skipped`,
    warning: (count: number) => `Please check: ${users(count)}`,
    info: (count: number) => `Good to know: ${users(count)}`,
  },
  usageLocationMissing: 'No usage location is set, so no license can be assigned.',
  usageLocationUnknown:
    'The imported file does not say whether a usage location is set. Without one, Microsoft 365 refuses the license.',
  usageLocationProhibited: {
    blocking: (product: string, country: string) => `${product} cannot be assigned in ${country}.`,
    warning: (product: string, country: string) =>
      `Microsoft 365 may refuse ${product} in ${country}.`,
    info: (product: string, country: string) => `${product} may be restricted in ${country}.`,
  },
  servicePlanProhibited: {
    blocking: (plan: string, product: string, country: string) =>
      `${plan} in ${product} cannot be used in ${country}.`,
    warning: (plan: string, product: string, country: string) =>
      `Microsoft 365 may refuse ${plan} in ${product} in ${country}.`,
    info: (plan: string, product: string, country: string) =>
      `${plan} in ${product} may be restricted in ${country}.`,
  },
  notAssignable: {
    company: (product: string) =>
      `${product} is for the whole company and cannot be assigned to users.`,
    suspended: (product: string) => `${product} is suspended and cannot be assigned.`,
    lockedOut: (product: string) => `${product} is locked out and cannot be assigned.`,
    deleted: (product: string) => `${product} is deleted and cannot be assigned.`,
    selfService: (product: string) => `${product} was bought by users themselves (self-service).`,
    unidentified: (product: string) =>
      `${product} is only known by this name from a file. Import subscribedSkus to identify it.`,
  },
  dependency: {
    blocking: (plan: string, product: string, needed: string) =>
      `${plan} in ${product} needs one of these service plans: ${needed}.`,
    warning: (plan: string, product: string, needed: string) =>
      `Microsoft 365 may refuse ${plan} in ${product} without one of these service plans: ${needed}.`,
    info: (plan: string, product: string, needed: string) =>
      `${plan} in ${product} may need one of these service plans: ${needed}.`,
  },
  dependencyProducts: (products: string) => `Contained in: ${products}.`,
  dependencyNowhere: 'This customer has no product that contains one of them.',
  conflict: {
    blocking: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `${plan} (${product}) and ${otherPlan} (${otherProduct}) can't be assigned together.`,
    warning: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `Microsoft 365 may refuse ${plan} (${product}) together with ${otherPlan} (${otherProduct}).`,
    info: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `${plan} (${product}) and ${otherPlan} (${otherProduct}) overlap. Microsoft 365 probably accepts both.`,
  },
  conflictFix: (plan: string, product: string) => `Switch off ${plan} in ${product}`,
  inheritedLocked: (product: string, groups: string) =>
    `${product} comes from ${groups} and stays as it is. It can only be revoked in the group.`,
  inheritedDirectOnly: (product: string, groups: string) =>
    `Only the direct assignment of ${product} is revoked. ${groups} still provides it, so no license is freed.`,
  inheritedServicePlans: (product: string, groups: string) =>
    `Service plans of ${product} that ${groups} switches on stay on.`,
  maybeInherited: (product: string) =>
    `${product} may be inherited from a group: the imported file does not say how it was assigned. If so, it cannot be revoked here.`,
  servicePlansUnknown: (product: string) =>
    `The imported file does not say which service plans of ${product} are off, so they cannot be switched. This needs a Microsoft Graph file.`,
  swapInherited: (product: string, groups: string) =>
    `${product} comes from ${groups}, so it is not swapped. Remove the user from the group, or change the group's license.`,
  swapServicePlansUnknown: (from: string, to: string) =>
    `It is unknown which service plans to keep off when ${from} is swapped for ${to}.`,
  switchedOn: (plan: string, from: string, to: string) =>
    `${plan} is off in ${from} and would be on in ${to}.`,
  switchedOnAs: (off: string, on: string, from: string, to: string) =>
    `${off} is off in ${from}. ${to} gives that service as ${on}, which would be on.`,
  unchecked: (product: string) =>
    `${product} is not checked: its numbers or service plans are unknown.`,
  untoldAssigned: (product: string) =>
    `The licenses of these users are unknown: the imported files do not list them. They may hold ${product} already, and conflicts are not checked.`,
  untoldLeft: (product: string) =>
    `The licenses of these users are unknown: the imported files do not list them. They may or may not hold ${product}, so nothing is planned for it.`,
  dataAtRisk: {
    exchange:
      'The last mailbox license is revoked. The mailbox is kept for 30 days, then deleted with all mail, calendars and contacts.',
    sharepoint:
      'The last storage license is revoked. OneDrive is read-only from day 60. After 93 days it is archived, or its deletion starts if billing for unlicensed accounts is off. Education, GCC and DoD customers have other rules.',
    teams: 'The last Teams license is revoked. Teams can no longer be used.',
  },
  shortage: (product: string) => `No license of ${product} is left.`,
  group: (name: string) => `group ${name}`,
  unnamedGroup: 'a group',
};
