import type { Dexie } from 'dexie';

/** The tables of version 1, as they went out into the world. */
export const VERSION_1 = {
  customers: 'id',
  products: 'customerId',
  groups: 'customerId',
  userBlocks: '[customerId+revision+block]',
  licenseBlocks: '[customerId+revision+block]',
  licenseSets: '[customerId+first]',
  orders: '[customerId+locale+sort]',
  changes: '[customerId+id], [customerId+sequence]',
  changeColumns: '[customerId+id]',
  drafts: '[customerId+scope+window], [customerId+scope+at]',
  selections: '[customerId+scope+window], [customerId+scope+at]',
  views: '[customerId+scope+window], [customerId+scope+at]',
  purchases: '[customerId+skuId]',
  firstPages: 'customerId',
  imports: 'customerId',
  ruleFacts: '[scope+id]',
  settings: 'key',
};

/** What version 2 added. */
export const ADDED_IN_2 = {
  awaited: '[customerId+changeId+key]',
  factSwitches: 'id',
  presets: 'id',
};

/** All tables of version 3. */
export const VERSION_3 = {
  ...VERSION_1,
  ...ADDED_IN_2,
  operations: '[customerId+userId]',
  runs: '[customerId+id], [customerId+startedAt]',
  outcomes: '[customerId+runId+part], [customerId+lastAt]',
  held: '[customerId+position]',
  leases: 'customerId',
  handovers: '[customerId+id]',
  openedPlans: '[customerId+id]',
  listPlans: '[customerId+scope+window], [customerId+scope+at]',
  cloud: '[customerId+part], [customerId+sequence], part',
  deltas: 'customerId',
  subscriptions: 'customerId',
  mappings: '[kind+header]',
  catalog: 'id',
};

/** All tables of version 4. */
export const VERSION_4 = {
  ...VERSION_3,
  reviews: '[customerId+runId]',
};

/** All tables of versions 5 to 7. */
export const VERSION_5 = {
  ...VERSION_4,
  keptLists: 'id',
};

/** The keys and indexes of every table, by name. */
export const schemaOf = (db: Dexie): Record<string, string[]> =>
  Object.fromEntries(
    db.tables.map(({ name, schema: { primKey, indexes } }) => [
      name,
      [primKey, ...indexes].map(({ src }) => src),
    ]),
  );
