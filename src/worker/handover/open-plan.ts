import type { Customer } from '#customers/customer.ts';
import { draftOfWork } from '#handover/handed-parts.ts';
import type { HandedPlan } from '#handover/handed-plan.ts';
import { readPlanFile } from '#handover/plan-file.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import { emptyDraft, type Part } from '#plan/draft.ts';
import { listCustomers } from '#store/customers.ts';
import { writeDraft } from '#store/drafts.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { knownPlan, noteOpenedPlan } from '#store/opened-plans.ts';
import { isPresent } from '#users/user-table.ts';
import type { Desk } from '#worker/desk.ts';
import type { ListId } from '#worker/lists/assignment-list-types.ts';
import { draftPlace } from '#worker/manage/scope-key.ts';
import type { OpenedPlanView, OpenPlanAsk, OpenPlanValue, PlanRefused } from './handover-types.ts';

/** A plan of half a million users is about this long. */
const LONGEST_FILE = 200_000_000;

const viewOf = ({ id: _id, works: _works, users, ...told }: HandedPlan): OpenedPlanView => ({
  ...told,
  users: users.length,
});

const refused = (why: PlanRefused['why'], plan: HandedPlan | null = null): PlanRefused => ({
  kind: 'planRefused',
  why,
  plan: plan && viewOf(plan),
});

/** Whose plan it is: the customer of its tenant, or the one that a person chose and that is of no other tenant. */
function customerFor(
  { customer: { tenantId } }: HandedPlan,
  chosen: OpenPlanAsk['customerId'],
  customers: readonly Customer[],
): Customer | 'otherTenant' | 'chooseCustomer' {
  const bound = customers.find((one) => tenantId !== null && one.tenantId === tenantId);
  if (chosen === null) return bound ?? 'chooseCustomer';
  const customer = customers.find(({ id }) => id === chosen);
  if (customer === undefined) return 'chooseCustomer';
  const isOther = bound === undefined ? customer.tenantId !== null : bound.id !== chosen;
  return tenantId !== null && isOther ? 'otherTenant' : customer;
}

/** The parts that the plan comes to, with the users whom the customer does not have. */
function partsOf(
  { works, users }: HandedPlan,
  { table, products }: LoadedCustomer,
): { readonly parts: Part[]; readonly missing: number } {
  const positions = new Map<string, number>();
  table.texts.id.forEach((id, position) => {
    if (isPresent(table, position)) positions.set(id, position);
  });
  const plansOf = (sku: SkuId): ServicePlanId[] | null =>
    products
      .find(({ skuId }) => skuId === sku)
      ?.servicePlans?.filter(({ appliesTo }) => appliesTo === 'User')
      .map(({ id }) => id) ?? null;
  const members = works.map((): number[] => []);
  let missing = 0;
  for (const { objectId, work } of users) {
    const position = positions.get(objectId);
    if (position === undefined) missing++;
    else members[work]?.push(position);
  }
  const parts = works.flatMap((work, i): Part[] => {
    const of = members[i] ?? [];
    return of.length === 0
      ? []
      : [{ draft: draftOfWork(work, plansOf), users: Uint32Array.from(of).sort() }];
  });
  return { parts, missing };
}

/**
 * Reads a plan file and keeps what it wants for the window's review, which plans and judges it like any
 * list. A plan that was saved or made on this device is refused with the date.
 */
export async function openPlan(
  { db, customers, lists, now }: Desk,
  { file, customerId, window }: OpenPlanAsk,
): Promise<OpenPlanValue> {
  if (file.size > LONGEST_FILE) return refused({ kind: 'notAPlan' });
  const text = await file.text().catch(() => null);
  if (text === null) return refused({ kind: 'unreadable' });
  const read = await readPlanFile(text);
  if (!read.ok) return refused(read.error);
  const { plan, isProven } = read.value;
  const known = await knownPlan(db, plan.id);
  if (known !== null) return refused(known, plan);
  const customer = customerFor(plan, customerId, await listCustomers(db));
  if (typeof customer === 'string') return refused({ kind: customer }, plan);

  const { id } = customer;
  const { data } = await customers.open(id);
  const { parts, missing } = partsOf(plan, data);
  // windows that opened the same file review the same list: only one of them can save it
  const listId = plan.id as string as ListId;
  const matched = plan.users.length - missing;
  const saved = await noteOpenedPlan(db, {
    customerId: id,
    id: plan.id,
    fileName: file.name,
    listId,
  });
  if (saved !== null) return refused(saved, plan);
  await lists.put(id, window, {
    listId,
    parts,
    source: {
      kind: 'file',
      fileName: file.name,
      lastRow: plan.users.length,
      leftAlone: missing,
      heldBack: 0,
    },
  });
  await writeDraft(db, draftPlace(id, { kind: 'list', window, listId }), emptyDraft, now());
  const view = viewOf(plan);
  return { kind: 'planOpened', plan: view, isProven, customer, listId, matched, missing };
}
