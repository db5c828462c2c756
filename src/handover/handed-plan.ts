import type { Brand } from '#base/brand.ts';
import type { TenantId } from '#customers/customer.ts';
import type { Work } from '#plan/operation.ts';

/** Known to whoever made the file and to whoever opened it: a plan is carried out once. */
export type HandedPlanId = Brand<string, 'HandedPlanId'>;

/** What is to be done to a user, without the user. */
export type HandedWork = Pick<Work, 'touches' | 'location'>;

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
  readonly works: readonly HandedWork[];
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
export function handedWorks(works: readonly HandedWork[]): {
  readonly works: readonly HandedWork[];
  readonly workOf: readonly number[];
} {
  const numbers = new Map<string, number>();
  const distinct: HandedWork[] = [];
  const workOf = works.map(({ touches, location }) => {
    const key = JSON.stringify([touches, location]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, distinct.length);
    return distinct.push({ touches, location }) - 1;
  });
  return { works: distinct, workOf };
}
