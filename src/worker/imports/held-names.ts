import type { Pace } from '#base/pace.ts';
import { inTurns, STEP, type Steps } from '#base/steps.ts';
import { WideMap } from '#base/wide-map.ts';
import type { CustomerId } from '#customers/customer.ts';
import { nameOfNamedSku } from '#licenses/ids.ts';
import { heldSomehow, type LicenseSet } from '#licenses/license-set.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { productsOf } from '#store/products.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { objectIdOf, userId } from '#users/ids.ts';
import { LOCATION_UNKNOWN } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';
import { isPresent } from '#users/user-table.ts';
import type { ReadImport } from './customer-meanings.ts';

/** Files that say nothing. */
export const nothingRead: ReadImport = {
  batch: {
    origin: 'files',
    // nothing is newer by that
    dataAt: 0,
    tenantId: null,
    defaultDomain: null,
    products: null,
    groups: null,
    users: null,
  },
  named: new Map(),
  isDamaged: false,
  mayBeLists: [],
  isWhole: false,
};

/** Of a user nothing is said but the licenses. */
const nothingElse = {
  displayName: null,
  department: null,
  mail: null,
  usageLocation: LOCATION_UNKNOWN,
  blocked: null,
  guest: null,
};

/**
 * The users of a customer who hold a name that means no product yet, as a users file that names all that
 * each of them holds: imported there, it changes nothing but those of its names that mean a product by then.
 */
export function* heldNames({ table, sets }: CustomerData): Steps<ReadImport> {
  const named = new Map<LicenseSet, LicenseSet>();
  /** By number of a license set; null: without names. */
  const read = new Map<number, LicenseSet | null>();
  const licensesOf = (number: number): LicenseSet | null => {
    const known = read.get(number);
    if (known !== undefined) return known;
    const held = sets.at(number).map(({ skuId }) => skuId);
    const set = held.some((sku) => nameOfNamedSku(sku) !== null) ? heldSomehow(held) : null;
    read.set(number, set);
    if (set !== null) named.set(set, set);
    return set;
  };
  const users: UserRecord[] = [];
  for (let position = 0; position < table.count; position++) {
    if (position % STEP === 0) yield;
    const licenses = licensesOf(table.licenses.baseline[position] ?? 0);
    if (licenses === null || !isPresent(table, position)) continue;
    const { id, userPrincipalName } = table.texts;
    users.push({
      ...nothingElse,
      objectId: objectIdOf(userId(id[position] ?? '')),
      userPrincipalName: userPrincipalName[position] ?? '',
      licenses,
    });
  }
  return { ...nothingRead, batch: { ...nothingRead.batch, users }, named };
}

/**
 * The same of a customer on this device (null: a new one), as `load` gives it; nobody is loaded where no
 * name is held.
 */
export async function heldNamesAt(
  db: SeatwiseDatabase,
  into: CustomerId | null,
  {
    load,
    pace,
  }: {
    readonly load: (id: CustomerId) => Promise<CustomerData | null>;
    readonly pace: Pace;
  },
): Promise<ReadImport> {
  if (into === null) return nothingRead;
  const known = await productsOf(db, [into]);
  if (known.every(({ skuId }) => nameOfNamedSku(skuId) === null)) return nothingRead;
  const data = await load(into);
  return data === null ? nothingRead : inTurns(heldNames(data), pace);
}

/** Users by all that tells who they are. */
function* keysOf(
  users: readonly { readonly objectId: string | null; readonly userPrincipalName: string | null }[],
): Steps<(key: string) => boolean> {
  const keys = new WideMap<true>();
  for (const [i, { objectId, userPrincipalName }] of users.entries()) {
    if (i % STEP === 0) yield;
    if (objectId !== null) keys.set(objectId, true);
    if (userPrincipalName !== null) keys.set(userPrincipalName.toLowerCase(), true);
  }
  return (key) => keys.get(key) === true;
}

/**
 * What was read, after what the customer's users hold by names: what a file says of them counts more.
 * `onlyRead`: of nobody else, since who is not in the files may be told to be gone.
 */
export function* withHeldNames(
  read: ReadImport,
  held: ReadImport,
  onlyRead: boolean,
): Steps<ReadImport> {
  if (held.named.size === 0) return read;
  const { users: told, removed = [] } = read.batch;
  const inFiles = yield* keysOf(told ?? []);
  const isOut = yield* keysOf(removed);
  const users: UserRecord[] = [];
  for (const [i, user] of (held.batch.users ?? []).entries()) {
    if (i % STEP === 0) yield;
    const keys = [user.objectId ?? '', user.userPrincipalName.toLowerCase()];
    if (!keys.some(isOut) && (!onlyRead || keys.some(inFiles))) users.push(user);
  }
  if (users.length === 0) return read;
  return {
    ...read,
    batch: { ...read.batch, users: [...users, ...(told ?? [])] },
    named: new Map([...held.named, ...read.named]),
  };
}
