import { fail, ok, type Result } from '#base/result.ts';
import type { ServicePlanId } from '#licenses/ids.ts';
import type { Product, ServicePlan } from '#licenses/product.ts';
import type { DraftProduct } from '#plan/draft.ts';
import { isNone } from './assignment-words.ts';
import { looseText } from './loose-text.ts';
import type { RefusalReason } from '#users/row-refusal.ts';

/** What is switched of a product; null leaves everything as it is. */
export type ServicePlanSwitches = DraftProduct['servicePlans'] | null;

type Names = ReadonlyMap<ServicePlanId, string>;
type ByName = ReadonlyMap<string, readonly ServicePlan[]>;

/** By the service plans of a product, as long as those are about: a list names the same ones in every row. */
const known = new WeakMap<readonly ServicePlan[], { names: Names; byName: ByName }>();

function indexed(plans: readonly ServicePlan[], names: Names): ByName {
  const same = known.get(plans);
  if (same?.names === names) return same.byName;
  const byName = new Map<string, ServicePlan[]>();
  for (const plan of new Map(plans.map((one) => [one.id, one])).values()) {
    const texts = [plan.id, plan.partName, names.get(plan.id) ?? ''].map(looseText);
    for (const text of new Set(texts)) {
      const others = byName.get(text);
      if (others === undefined) byName.set(text, [plan]);
      else others.push(plan);
    }
  }
  known.set(plans, { names, byName });
  return byName;
}

const plansNamed = (
  text: string,
  plans: readonly ServicePlan[],
  names: Names,
): readonly ServicePlan[] => indexed(plans, names).get(looseText(text)) ?? [];

function plansOf(
  text: string,
  plans: readonly ServicePlan[],
  names: Names,
): Result<readonly ServicePlan[], RefusalReason> {
  const found: ServicePlan[] = [];
  for (const name of text.split(/[;|\n\r]/).filter((piece) => piece.trim() !== '')) {
    const [plan, ...others] = plansNamed(name, plans, names);
    if (plan === undefined) {
      const pieces = name.split(',');
      if (pieces.length === 1) return fail({ kind: 'unknownServicePlan', name: name.trim() });
      const several = plansOf(pieces.join(';'), plans, names);
      if (!several.ok) return several;
      found.push(...several.value);
    } else if (others.length > 0) {
      const servicePlans = [plan, ...others].map(({ id }) => id);
      return fail({ kind: 'ambiguousServicePlan', servicePlans });
    } else found.push(plan);
  }
  return ok(found);
}

/**
 * Reads a cell that lists the service plans of a product that are off, by part name, name or GUID,
 * with `;`, `|`, `,` or line breaks between them: those are off and all others on. `none` means that
 * all are on. An empty cell leaves them as they are (null).
 */
export function readServicePlansOff(
  text: string,
  product: Pick<Product, 'servicePlans'>,
  names: Names,
): Result<ServicePlanSwitches, RefusalReason> {
  if (text.trim() === '') return ok(null);
  if (product.servicePlans === null) return fail({ kind: 'servicePlansNotListed' });
  const off = isNone(text) ? ok([]) : plansOf(text, product.servicePlans, names);
  if (!off.ok) return off;
  const fixed = off.value.find(({ appliesTo }) => appliesTo === 'Company');
  if (fixed !== undefined) return fail({ kind: 'companyServicePlan', name: fixed.partName });
  const ids = product.servicePlans
    .filter(({ appliesTo }) => appliesTo === 'User')
    .map(({ id }) => id)
    .sort();
  const isOff = new Set(off.value.map(({ id }) => id));
  return ok(Object.fromEntries(ids.map((id) => [id, isOff.has(id) ? 'off' : 'on'])));
}

/** The cell that `readServicePlansOff` reads as these service plans being off. */
export function servicePlansOffCell(
  off: Iterable<ServicePlanId>,
  product: Pick<Product, 'servicePlans'>,
  names: Names,
): string {
  const plans = product.servicePlans ?? [];
  const cell = [...off].map((id) => {
    const plan = plans.find((one) => one.id === id);
    const isPlain = plan !== undefined && !/[;|,\n\r]/.test(plan.partName);
    const isOne = isPlain && plansNamed(plan.partName, plans, names).length === 1;
    return isOne && !isNone(plan.partName) ? plan.partName : id;
  });
  return cell.length === 0 ? 'none' : cell.join('; ');
}
