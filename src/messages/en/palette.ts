import { plural } from './numbers.ts';

/** Search everywhere: one field that goes to any screen and does any action. */
export const palette = {
  search: 'What to find or do',
  placeholder: 'Customer, user, product, screen or action',
  results: 'Results',
  kinds: {
    action: 'Action',
    screen: 'Screen',
    customer: 'Customer',
    product: 'Product',
    user: 'User',
  },
  paste: 'Paste a list of users',
  import: 'Import a file',
  switchLanguage: 'Switch language',
  found: (count: number) => plural(count, 'result', 'results'),
  nothing: 'Nothing found. Try fewer letters.',
  noCustomer: 'Open a customer to find its users and products here too.',
  hint: 'Users of this customer are found as you type.',
  failed: 'Some results could not be loaded.',
};
