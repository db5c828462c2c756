import {
  groupsFile,
  skusFile,
  userId,
  usersFile,
  type MadeUser,
  type Owned,
} from './graph-files.ts';
import { e3, ems, flow, powerBi, SWAY, visio } from './products.ts';

// A made-up customer, small enough to be imported in a moment.

export const TOY_MAKER = 'Brightfield Toys';
const TENANT = '7a1f0c6e-2d54-4c57-9e0b-3f1f6a2b9d10';
const SALES_GROUP = '4b6d9f02-8c1e-4f0a-b7d3-5e2c9a1f8d44';

const person = (number: number, name: string, account: string): MadeUser => ({
  ...{ id: userId(number), name, upn: `${account}@brightfield.example`, location: 'DE' },
});

/** Six users: one without a license, one without a usage location, one who holds through a group. */
export const toyUsers: readonly MadeUser[] = [
  { ...person(1, 'Ada Winter', 'ada'), held: [{ product: e3, disabled: [SWAY] }] },
  { ...person(2, 'Bruno Keller', 'bruno'), held: [{ product: e3, group: SALES_GROUP }] },
  { ...person(3, '丁一', 'ding'), held: [{ product: e3 }, { product: visio }] },
  { ...person(4, '安然', 'an'), held: [{ product: powerBi }] },
  { ...person(5, '王伟', 'wang') },
  { ...person(6, '李娜', 'li'), location: null },
];

export const toyProducts: readonly Owned[] = [
  { product: e3, enabled: 10, consumed: 3 },
  { product: visio, warning: 5, consumed: 1, status: 'Warning' },
  { product: powerBi, enabled: 2, warning: 1, consumed: 3 },
  { product: ems, suspended: 7, status: 'Suspended' },
  { product: flow, enabled: 10_000 },
];

export const toySkus = skusFile(TENANT, 'brightfield', toyProducts);

/** Everything as Graph's tools save it: products, two pages of users, groups. */
export const toyFiles = [
  toySkus,
  usersFile('users-1.json', toyUsers.slice(0, 4), false),
  usersFile('users-2.json', toyUsers.slice(4)),
  groupsFile({ [SALES_GROUP]: 'Sales-E3' }),
];

/** Users of the same customer, without a license, in numbers that take a while. */
export const manyToyUsers = (count: number): readonly MadeUser[] =>
  Array.from({ length: count }, (_, i) => person(1000 + i, `Helper ${i}`, `helper${i}`));
