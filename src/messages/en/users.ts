import type { UserFilter } from '#users/user-filters.ts';
import type { ProductList } from '#users/user-query.ts';
import { n, pick, plural } from './numbers.ts';

/** The lists of users: all of a customer, and the selected ones. */
export const users = {
  searchLabel: 'Search users',
  searchHint: 'Search name, username or department',
  filters: 'Filters',
  filterByProduct: 'Product held',
  anyProduct: 'Any product',
  activeFilters: 'Active filters',
  clearFilters: 'Clear all filters',
  removeFilter: (filter: string) => `Remove filter: ${filter}`,
  containing: (text: string) => `Contains “${text}”`,
  holding: (product: string) => `Holds ${product}`,
  holdingOr: (product: string) => `Or holds ${product}`,
  holdingToo: (product: string) => `Also holds ${product}`,
  lacking: (product: string) => `Does not hold ${product}`,
  /** In the place of a product's name; null: nobody knows its name. */
  absentProduct: (name: string | null) =>
    name === null ? 'a product this customer does not have' : `${name} (not at this customer)`,
  absentHint: 'This customer does not have the product that you filter by, so no user holds it.',
  moreFilters: 'More filters',
  moreFiltersCount: (active: number) =>
    active === 0 ? 'More filters' : `More filters (${n(active)})`,
  filterProducts: {
    holdsAny: 'Holds any of',
    holdsAll: 'Holds all of',
    holdsNone: 'Holds none of',
  } satisfies Record<ProductList, string>,
  chooseProducts: 'Choose products',
  severalProducts: (count: number) => plural(count, 'product', 'products'),
  any: 'Any',
  /** The filters that are on or off. */
  filterBy: {
    withoutLicense: 'No license',
    withoutLocation: 'No usage location',
    pending: 'Pending',
    licensed: 'Licensed',
    blocked: 'Sign-in blocked',
    guest: 'Guest',
    licensedBlocked: 'Licensed but blocked',
    licensedGuest: 'Licensed guest',
    overlapping: 'Overlapping products',
    licensesUntold: 'Licenses unknown',
  } satisfies Record<UserFilter, string>,
  columns: 'Columns',
  moveUp: (column: string) => `Move ${column} up`,
  moveDown: (column: string) => `Move ${column} down`,
  columnMoved: (column: string, place: number, of: number) =>
    `${column}: column ${n(place)} of ${n(of)}`,
  views: {
    menu: 'Views',
    save: 'Save this view…',
    manage: 'Rename or delete…',
    saveTitle: 'Save this view',
    lead: 'Keeps the filters, the search, the sorting and the columns under a name, on this device, for any customer.',
    nameTaken: (name: string) =>
      `There is a view “${name}” already. Replace it, or enter another name.`,
    saved: (name: string) => `The view “${name}” was saved.`,
    failed: 'The views could not be saved.',
    list: 'Saved views',
    taken: 'Another view has this name.',
    deleteAsk: (name: string) => `Delete the view “${name}”?`,
    deleted: (name: string) => `The view “${name}” was deleted.`,
    none: 'There are no saved views.',
  },
  department: 'Department',
  inDepartment: (department: string) => `Department: ${department}`,
  placeCount: (place: string, users: number) => `${place} (${n(users)})`,
  overlappingHint:
    'Overlapping products: all that is on in one of them is on in another as well, so it may not be needed.',

  sortBy: (column: string) => `Sort by ${column}`,
  keys: 'Alt+Page Down: next page. Alt+Page Up: previous page. Shift: select a range.',
  selectUser: (name: string) => `Select ${name}`,

  noLocation: 'none',
  notInFile: 'not in this file',
  othersNotInFile: 'others: not in this file',
  locationPlanned: (location: string) => `${location}, planned`,
  noLicenses: 'No licenses',
  /** Behind the name of a license. */
  planned: {
    added: ', planned',
    removed: ', planned: revoked',
    changed: ', planned: service plans changed',
  },
  moreLicenses: (count: number) => `+${n(count)}`,
  moreLicensesName: (count: number, name: string) =>
    `+${plural(count, 'license', 'licenses')} of ${name}`,
  fewerLicenses: 'Show fewer',
  blocked: 'Blocked',
  guest: 'Guest',
  gone: 'No longer in Microsoft 365',

  selectedLink: (count: number, hidden: number) =>
    hidden === 0
      ? `Selected users (${n(count)})`
      : `${n(count)} selected, ${hidden === count ? 'all' : n(hidden)} hidden by the filter`,
  selectionBar: 'Selection',
  pageSelected: (count: number) =>
    count === 1
      ? 'The one user on this page is selected.'
      : `All ${n(count)} users on this page are selected.`,
  selectAllMatching: (total: number) => `Select all ${n(total)} matching`,
  allMatchingSelected: (total: number) =>
    total === 1
      ? 'The one matching user is selected.'
      : `All ${n(total)} matching users are selected.`,
  clearSelection: 'Clear selection',
  selectedCount: (count: number) => `${plural(count, 'user', 'users')} selected`,
  selectionCleared: 'Selection cleared',

  earlierDay: (count: number, day: string) =>
    `${plural(count, 'user is', 'users are')} still selected from ${day}.`,
  keepSelection: 'Keep selection',
  newlyMatching: (count: number) =>
    `${plural(count, 'new user matches', 'new users match')} what you selected: add ${pick(count, 'this user', 'them')}?`,
  addNewlyMatching: (count: number) => `Add ${plural(count, 'user', 'users')}`,

  noMatch: 'No users match',
  noMatchHint: 'Try another search, or remove a filter.',
  noUsers: 'No users yet',
  noUsersHint: 'Import a file with the users of this customer to see them here.',
  goToImport: 'Import users',
  notLoaded: 'The users could not be loaded.',

  backToUsers: 'All users',
  nobodyYet: 'No users selected',
  nobodyYetHint: 'Select users in the list, on as many pages as you like. They appear here.',
  goToUsers: 'Go to Users and licenses',
  searchSelected: 'Search selected users',
  noSelectedMatch: 'No selected users match',
  removeUser: (name: string) => `Remove ${name}`,
  removeTicked: (count: number) => `Remove ${plural(count, 'user', 'users')}`,
  removeAll: (count: number) => `Remove all ${n(count)}`,
  removeAllQuestion: (count: number) =>
    `Remove ${plural(count, 'user', 'users')} from the selection? Their licenses do not change.`,
  markUser: (name: string) => `Select ${name} for removal`,
  removed: (count: number) => `${plural(count, 'user', 'users')} removed from the selection.`,
  putBack: 'Put back',
};
