import type { ServicePlanId, SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath } from '../../src/plan/operation.ts';
import type { UserId } from '../../src/users/ids.ts';
import { LOCATION_NONE, readLocation } from '../../src/users/usage-location.ts';
import type { Dice } from './dice.ts';
import { FakeCloud } from './fake-cloud.ts';
import type { WatchedOutbox } from './watched-outbox.ts';
import type { Weather } from './weather.ts';

const DE = readLocation('DE') ?? LOCATION_NONE;

/** Who and what a schedule is about. */
export interface People {
  readonly users: readonly UserId[];
  readonly products: readonly SkuId[];
  readonly cloud: FakeCloud;
}

/** Names as the cloud gives them, told by the first letter. */
const names = (letter: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${letter}0000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  );

/** A service plan that every product has. */
export const SERVICE_PLAN = 'c0000000-0000-4000-8000-000000000001' as ServicePlanId;

/** More users than go into one batch. */
const CROWD = 45;

/** A few users, or a crowd, with a few licenses; few units are left of each product when `shortages`. */
export function makePeople(
  dice: Dice,
  { shortages, crowd, paths }: Pick<Weather, 'shortages' | 'crowd' | 'paths'>,
): People {
  const users = names('a', 1 + dice.int(crowd && dice.is(0.3) ? CROWD : 6)) as UserId[];
  const products = names('b', 1 + dice.int(3)) as SkuId[];
  const free = new Map(
    products.map((sku) => {
      const few = dice.int(3);
      return [sku, shortages ? few : users.length * 3] as const;
    }),
  );
  const held = new Map(
    users.map((user) => {
      const all = products.filter(() => dice.is(0.4)).map((sku) => [sku, []] as const);
      const location = dice.is(0.25) ? LOCATION_NONE : DE;
      const groups = products.filter(() => paths && dice.is(0.3));
      const byGroup = new Map(groups.map((sku) => [sku, dice.is(0.5)] as const));
      const held = new Map<SkuId, readonly ServicePlanId[]>(all);
      return [user, { held, byGroup, location, isDeleted: false }] as const;
    }),
  );
  return { users, products, cloud: new FakeCloud(held, free) };
}

/** How a product may be wanted: not at all, with everything on, or with a service plan off. */
export const anyPath = (dice: Dice): DirectPath =>
  dice.is(0.45) ? 'absent' : dice.is(0.3) ? [SERVICE_PLAN] : [];

/** Plans something for most of them, from what the cloud has now. */
export function makePlan(
  dice: Dice,
  { users, products, cloud }: People,
  outbox: WatchedOutbox,
): void {
  for (const userId of users) {
    const baseline = new Map(products.map((sku) => [sku, cloud.path(userId, sku)] as const));
    const told = cloud.read(userId, 0, 0)?.licenses ?? [];
    const location = cloud.location(userId);
    const wishes = new Map(
      products.filter(() => dice.is(0.6)).map((sku) => [sku, anyPath(dice)] as const),
    );
    const isLocated = location !== LOCATION_NONE || !dice.is(0.8);
    outbox.users.set(userId, {
      ...{ userId, told, baseline, location, wishes, isHeld: false, writtenAt: null, knownAt: 0 },
      wishedLocation: isLocated ? null : DE,
    });
  }
}
