import type { Customer } from '#customers/customer.ts';
import type { DataAge } from '#customers/data-age.ts';
import type { Attention } from '#worker/customers/attention-types.ts';

/** What may need a person's care at a customer, the most pressing first. */
export const careKinds = [
  'conflicts',
  'overdrawn',
  'licenseErrors',
  'endingSoon',
  'toBuy',
  'pending',
  'oldData',
] as const;
export type CareKind = (typeof careKinds)[number];

export interface Care {
  readonly kind: CareKind;
  /** Of products, of users, or of days. */
  readonly count: number;
}

/** What needs care at a customer; `attention` is null until it was counted, and where it cannot be. */
export function caresOf(
  { pendingCount }: Pick<Customer, 'pendingCount'>,
  attention: Attention | null,
  age: DataAge,
): Care[] {
  const counts: Readonly<Record<CareKind, number>> = {
    conflicts: attention?.conflicts ?? 0,
    overdrawn: attention?.overdrawn ?? 0,
    licenseErrors: attention?.licenseErrors ?? 0,
    endingSoon: attention?.endingSoon ?? 0,
    toBuy: attention?.toBuy ?? 0,
    pending: pendingCount,
    oldData: age.tone === 'fresh' ? 0 : age.days,
  };
  return careKinds.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : []));
}
