import * as v from 'valibot';
import { sha256 } from '#base/content-digest.ts';
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
const VERSION = 2;

/** Since this version a plan file ends with a digest of everything before. */
const DIGEST_SINCE = 2;

const endWith = (digest: string): string => `,\n "digest": "${digest}"\n}`;
const END_LENGTH = endWith('0'.repeat(64)).length;
const END = /,\n "digest": "[0-9a-f]{64}"\n\}$/;

/** Why a file is no plan that can be opened. */
export type PlanFileFault =
  | { readonly kind: 'notAPlan' }
  | { readonly kind: 'newerFormat'; readonly version: number }
  /** It is not as it was made. */
  | { readonly kind: 'altered' };

export interface ReadPlan {
  readonly plan: HandedPlan;
  /** False for the first version, which had no digest: nobody can tell whether it was altered. */
  readonly isProven: boolean;
}

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

const head = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(count, v.minValue(1)),
});

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

/**
 * The plan as a file that another person opens in Seatwise, reviews and syncs. The first `version` is only
 * written to make a lost file of then again.
 */
export async function writePlanFile(plan: HandedPlan, version: 1 | 2 = VERSION): Promise<string> {
  const works = plan.works.map(({ touches, location }) => ({
    touches,
    location: toWire(location),
  }));
  const file = JSON.stringify({ format: FORMAT, version, ...plan, works }, null, 1);
  if (version < DIGEST_SINCE) return file;
  const content = file.slice(0, -'\n}'.length);
  return content + endWith(await sha256(content));
}

/** True when the text looks like a plan file, also one that cannot be opened. */
export const isPlanFile = (start: string): boolean => start.includes(`"format": "${FORMAT}"`);

/** The plan in a file. A file in which anything is not as it must be is none: half a plan is not opened. */
export async function readPlanFile(file: string): Promise<Result<ReadPlan, PlanFileFault>> {
  const content = file.slice(0, -END_LENGTH);
  const isProven = file === content + endWith(await sha256(content));
  if (!isProven && END.test(file)) return fail({ kind: 'altered' });
  const parsed = parse(file);
  const known = v.safeParse(head, parsed);
  if (!known.success) return fail({ kind: 'notAPlan' });
  const { version } = known.output;
  if (version > VERSION) return fail({ kind: 'newerFormat', version });
  if (!isProven && version >= DIGEST_SINCE) return fail({ kind: 'altered' });
  const read = v.safeParse(planFile, parsed);
  if (!read.success) return fail({ kind: 'notAPlan' });
  const { id, customer, works, users, ...rest } = read.output;
  const isSound =
    users.every(({ work }) => work < works.length) &&
    new Set(users.map(({ objectId }) => objectId)).size === users.length;
  if (!isSound) return fail({ kind: 'notAPlan' });
  const plan: HandedPlan = {
    ...rest,
    id: id as HandedPlanId,
    customer: { ...customer, tenantId: customer.tenantId as TenantId | null },
    works: works.map(({ touches, location }) => ({ touches, location: fromWire(location) })),
    users,
  };
  return ok({ plan, isProven });
}

function parse(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return null;
  }
}
