import type { CustomerId } from '#customers/customer.ts';
import { canonicalSet, setKey, type LicenseSet } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { BLOCK_SIZE } from './blocks.ts';
import { Standing } from '#plan/change.ts';
import type { BackupContent } from './backup-schema.ts';
import type { ChangeColumnsRow, CustomerRow, LicenseBlockRow, UserBlockRow } from './rows.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array;

const areBelow = (numbers: Numbers, limit: number): boolean => numbers.every((n) => n < limit);

const haveLength = (length: number, ...columns: readonly Numbers[]): boolean =>
  columns.every((column) => column.length === length);

function byCustomer<T extends { customerId: CustomerId }>(
  rows: readonly T[],
): Map<CustomerId, T[]> {
  const groups = new Map<CustomerId, T[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group === undefined) groups.set(row.customerId, [row]);
    else group.push(row);
  }
  return groups;
}

/** Texts that end one after the other and inside their bytes. */
const areTexts = ({ texts, flags }: UserBlockRow): boolean =>
  Object.values(texts).every(
    ({ bytes, ends }) =>
      ends.length === flags.length &&
      ends.every((end, i) => end >= (ends[i - 1] ?? 0)) &&
      (ends.at(-1) ?? 0) === bytes.length,
  );

/** Blocks 0, 1, 2 … of one revision, all but the last full; gives how many users they hold, null if they do not fit. */
function countUsers(
  { revision, setCount }: CustomerRow,
  users: readonly UserBlockRow[],
  licenses: readonly LicenseBlockRow[],
): number | null {
  if (users.length !== licenses.length) return null;
  let count = 0;
  for (const [i, block] of users.entries()) {
    const plan = licenses[i];
    const size = block.flags.length;
    const fits =
      plan !== undefined &&
      [block, plan].every((row) => row.block === i && row.revision === revision) &&
      (size === BLOCK_SIZE || (i === users.length - 1 && size < BLOCK_SIZE)) &&
      areTexts(block) &&
      haveLength(size, ...Object.values(plan.licenses), ...Object.values(plan.locations)) &&
      haveLength(size, plan.settledThrough) &&
      Object.values(plan.licenses).every((numbers) => areBelow(numbers, setCount));
    if (!fits) return null;
    count += size;
  }
  return count;
}

/** `events`: how many the change's head has. */
function isChange(
  change: ChangeColumnsRow,
  events: number,
  users: number,
  setCount: number,
): boolean {
  const { parts, partOf, causeOf, causes, before, after, standing, eventOf } = change;
  return (
    haveLength(change.users.length, causeOf, before.licenses, before.locations) &&
    haveLength(change.users.length, after.licenses, after.locations) &&
    haveLength(change.users.length, partOf, standing, eventOf) &&
    areBelow(change.users, users) &&
    areBelow(partOf, parts.length) &&
    areBelow(standing, Object.keys(Standing).length) &&
    areBelow(eventOf, events + 1) &&
    areBelow(causeOf, causes.length) &&
    areBelow(before.licenses, setCount) &&
    areBelow(after.licenses, setCount)
  );
}

const isCanonical = (set: LicenseSet): boolean => setKey(set) === setKey(canonicalSet(set));

/** Numbered without a gap from 0, no set twice. */
function areSets(rows: BackupContent['licenseSets'], setCount: number): boolean {
  const sets = rows.flatMap((row) => row.sets);
  let next = 0;
  for (const row of rows) {
    if (row.first !== next) return false;
    next += row.sets.length;
  }
  const numbered = new LicenseSets();
  return (
    next === setCount && sets.every((set, i) => isCanonical(set) && numbered.intern(set) === i)
  );
}

/**
 * True when the rows fit together: every row belongs to a customer of the file, columns are equally long,
 * and no number points nowhere. What passes here loads without an error.
 */
export function isConsistent(content: BackupContent): boolean {
  const { customers, changes } = content;
  const ids = new Set(customers.map(({ id }) => id));
  if (ids.size !== customers.length) return false;
  const {
    settings: _settings,
    customers: _customers,
    factSwitches: _switches,
    presets: _presets,
    mappings: _mappings,
    catalog: _catalog,
    ruleFacts,
    ...owned
  } = content;
  const belong = Object.values(owned).every((rows) =>
    rows.every(({ customerId }) => ids.has(customerId)),
  );
  const factsFit = ruleFacts.every(
    ({ scope, id, fact }) =>
      fact.id === id &&
      (fact.scope.kind === 'customer'
        ? fact.scope.id === scope && ids.has(fact.scope.id)
        : scope === ''),
  );
  if (!belong || !factsFit) return false;
  const userBlocks = byCustomer(content.userBlocks);
  const licenseBlocks = byCustomer(content.licenseBlocks);
  const sets = byCustomer(content.licenseSets);
  const columns = byCustomer(content.changeColumns);
  const heads = byCustomer(changes);
  return customers.every((row) => {
    const users = countUsers(row, userBlocks.get(row.id) ?? [], licenseBlocks.get(row.id) ?? []);
    if (users === null || !areSets(sets.get(row.id) ?? [], row.setCount)) return false;
    const known = columns.get(row.id) ?? [];
    const events = new Map((heads.get(row.id) ?? []).map((head) => [head.id, head.events.length]));
    return (
      known.length === events.size &&
      known.every((change) => {
        const happened = events.get(change.id);
        return happened !== undefined && isChange(change, happened, users, row.setCount);
      })
    );
  });
}
