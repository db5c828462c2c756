import type { Brand } from '#base/brand.ts';
import type { TenantId } from '#customers/customer.ts';
import type { WorkContent } from '#plan/operation.ts';

/** Known to whoever made the file and to whoever opened it: a plan is carried out once. */
export type HandedPlanId = Brand<string, 'HandedPlanId'>;

export interface HandedUser {
  /** The object id: nobody without one is handed over. */
  readonly objectId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  /** Which of `works` is for the user. */
  readonly work: number;
}

/** The plan of some users of one customer, for somebody else, or something else, to carry out. */
export interface HandedPlan {
  readonly id: HandedPlanId;
  /** ms since 1970. */
  readonly madeAt: number;
  readonly operator: string;
  readonly customer: {
    readonly name: string;
    readonly defaultDomain: string | null;
    /** Null where the customer was never bound to a tenant. */
    readonly tenantId: TenantId | null;
  };
  /** When the data was taken from Microsoft 365 that the plan was made on, in ms since 1970. */
  readonly dataAt: number;
  /** One for each distinct content. */
  readonly works: readonly WorkContent[];
  readonly users: readonly HandedUser[];
}

/** A plan that was handed over, and the file in which it was. */
export interface Handover {
  readonly id: HandedPlanId;
  readonly kind: 'script' | 'planFile';
  /** Who carries it out, as typed. */
  readonly to: string;
  readonly operator: string;
  /** ms since 1970. */
  readonly at: number;
  readonly fileName: string;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly fileHash: string;
}

/** Users for whom the same is to be done share one work. `works` and `users` have the same order and length. */
export function handedWorks(works: readonly WorkContent[]): {
  readonly works: readonly WorkContent[];
  readonly workOf: readonly number[];
} {
  const numbers = new Map<string, number>();
  const distinct: WorkContent[] = [];
  const workOf = works.map(({ touches, location, keptBy }) => {
    const work = { touches, location, ...(keptBy === undefined ? {} : { keptBy }) };
    const key = JSON.stringify(work);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, distinct.length);
    return distinct.push(work) - 1;
  });
  return { works: distinct, workOf };
}
