import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import type { TenantId } from '#customers/customer.ts';
import { groupId, readGuid, servicePlanId, skuId } from '#licenses/ids.ts';
import type { LocationStep } from '#plan/operation.ts';
import {
  LOCATION_NONE,
  LOCATION_UNKNOWN,
  locationLetters,
  readLocation,
  type LocationCode,
} from '#users/usage-location.ts';
import type { HandedPlan, HandedPlanId } from './handed-plan.ts';

const FORMAT = 'seatwise-plan';
const VERSION = 1;

/** Why a file is no plan that can be opened. */
export type PlanFileFault =
  { readonly kind: 'notAPlan' } | { readonly kind: 'newerFormat'; readonly version: number };

const text = v.pipe(v.string(), v.maxLength(1_024));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const guid = v.pipe(
  v.string(),
  v.check((id) => readGuid(id) === id),
);
const path = v.union([
  v.literal('absent'),
  v.pipe(
    v.array(v.pipe(guid, v.transform(servicePlanId))),
    v.transform((plans) => [...new Set(plans)].sort()),
  ),
]);
const letters = v.pipe(
  v.string(),
  v.check((two) => readLocation(two) !== null),
);

const head = v.object({ format: v.literal(FORMAT), version: count });

const planFile = v.object({
  id: guid,
  madeAt: count,
  operator: text,
  customer: v.object({
    name: text,
    defaultDomain: v.nullable(text),
    tenantId: v.nullable(guid),
  }),
  dataAt: count,
  works: v.array(
    v.object({
      touches: v.array(
        v.object({
          skuId: v.pipe(guid, v.transform(skuId)),
          before: v.union([path, v.literal('unknown')]),
          target: path,
          groups: v.nullable(v.array(v.pipe(guid, v.transform(groupId)))),
        }),
      ),
      /** `before`: null where the user has none. */
      location: v.nullable(
        v.object({
          before: v.nullable(v.union([v.literal('unknown'), letters])),
          target: letters,
        }),
      ),
    }),
  ),
  users: v.array(
    v.object({ objectId: guid, userPrincipalName: text, displayName: text, work: count }),
  ),
});

type Wire = v.InferOutput<typeof planFile>;
type WireLocation = Wire['works'][number]['location'];

const isUnknown = (code: LocationCode): boolean => code === LOCATION_UNKNOWN;

const toWire = (location: LocationStep | null): WireLocation =>
  location && {
    before: isUnknown(location.before) ? 'unknown' : locationLetters(location.before),
    target: locationLetters(location.target) ?? '',
  };

function fromWire(location: WireLocation): LocationStep | null {
  if (location === null) return null;
  const { before, target } = location;
  const known = before === null ? LOCATION_NONE : (readLocation(before) ?? LOCATION_UNKNOWN);
  return { before: known, target: readLocation(target) ?? LOCATION_UNKNOWN };
}

/** The plan as a file that another person opens in Seatwise, reviews and syncs. */
export function writePlanFile(plan: HandedPlan): string {
  const works = plan.works.map(({ touches, location }) => ({
    touches,
    location: toWire(location),
  }));
  return JSON.stringify({ format: FORMAT, version: VERSION, ...plan, works }, null, 1);
}

/** True when the text looks like a plan file, also one that cannot be opened. */
export const isPlanFile = (start: string): boolean => start.includes(`"format": "${FORMAT}"`);

/** The plan in a file. A file in which anything is not as it must be is none: half a plan is not opened. */
export function readPlanFile(file: string): Result<HandedPlan, PlanFileFault> {
  const parsed = parse(file);
  const known = v.safeParse(head, parsed);
  if (!known.success) return fail({ kind: 'notAPlan' });
  const { version } = known.output;
  if (version > VERSION) return fail({ kind: 'newerFormat', version });
  const read = v.safeParse(planFile, parsed);
  if (!read.success) return fail({ kind: 'notAPlan' });
  const { id, customer, works, users, ...rest } = read.output;
  const isSound =
    users.every(({ work }) => work < works.length) &&
    new Set(users.map(({ objectId }) => objectId)).size === users.length;
  if (!isSound) return fail({ kind: 'notAPlan' });
  return ok({
    ...rest,
    id: id as HandedPlanId,
    customer: { ...customer, tenantId: customer.tenantId as TenantId | null },
    works: works.map(({ touches, location }) => ({ touches, location: fromWire(location) })),
    users,
  });
}

function parse(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return null;
  }
}
