import type { BindRefusal } from '#customers/bind-refusal.ts';
import type { Customer, TenantId } from '#customers/customer.ts';
import type { RunningJob } from '#client/client.ts';
import type { Session } from '#routes/session.svelte.ts';
import { findTenant, type FoundTenant } from '#signin/find-tenant.ts';
import { READ_SCOPES } from '#signin/scopes.ts';
import type { TenantMatch } from '#sync/match-tenant.ts';
import type { PullRefusal } from '#worker/cloud/cloud-types.ts';
import type { JobProgress, JobWaiting } from '#worker/jobs/job-types.ts';

/** Why there is no match to be confirmed. */
export type MatchFault =
  | Exclude<FoundTenant, { kind: 'found' }>
  | { readonly kind: 'notRead'; readonly why: PullRefusal | { readonly kind: 'unexpected' } }
  | { readonly kind: 'notBound'; readonly why: BindRefusal };

/** Finds out which tenant a customer from files is, and binds it when a person has said so. */
export class TenantBinding {
  readonly #session: Session;
  readonly #customer: Customer;
  #stage = $state<'asking' | 'finding' | 'comparing' | 'compared' | 'binding'>('asking');
  #fault = $state.raw<MatchFault | null>(null);
  #match = $state.raw<TenantMatch | null>(null);
  #progress = $state.raw<JobProgress | null>(null);
  #job: RunningJob<'matchTenant'> | null = null;

  constructor(session: Session, customer: Customer) {
    this.#session = session;
    this.#customer = customer;
  }

  get stage(): 'asking' | 'finding' | 'comparing' | 'compared' | 'binding' {
    return this.#stage;
  }

  get fault(): MatchFault | null {
    return this.#fault;
  }

  /** What was found, to be confirmed; null before. */
  get match(): TenantMatch | null {
    return this.#match;
  }

  /** Users read so far, while it compares. */
  get read(): number {
    return this.#progress?.done ?? 0;
  }

  /** What the comparing waits for; null: nothing. */
  get waiting(): JobWaiting | null {
    return this.#progress?.waiting ?? null;
  }

  /** True where so few users match that it is hardly the same organization. */
  get isDoubtful(): boolean {
    const match = this.#match;
    return match !== null && match.onlyHere > match.byObjectId + match.byName;
  }

  /** True where nobody matches: then it is another organization. */
  get isImpossible(): boolean {
    const match = this.#match;
    return match !== null && match.onlyHere > 0 && match.byObjectId + match.byName === 0;
  }

  /** The tenant that the text names; null where `fault` says why there is none. */
  async find(typed: string): Promise<TenantId | null> {
    this.#fault = null;
    this.#stage = 'finding';
    const found = await findTenant(typed, (address) => fetch(address, { cache: 'no-store' }));
    this.#stage = 'asking';
    if (found.kind === 'found') return found.tenantId;
    this.#fault = found;
    return null;
  }

  /** Compares the users where this window may read the tenant; else leaves for the sign-in page. */
  async enter(tenantId: TenantId): Promise<void> {
    const { signIn } = this.#session;
    const isOpen = (await signIn.token({ tenantId, scopes: READ_SCOPES })).kind !== 'signIn';
    if (isOpen) await this.compare(tenantId);
    else await signIn.connect(tenantId, READ_SCOPES);
  }

  /** Reads who is in the tenant. */
  async compare(tenantId: TenantId): Promise<void> {
    this.#fault = null;
    this.#match = null;
    this.#progress = null;
    this.#stage = 'comparing';
    const request = { kind: 'matchTenant', customerId: this.#customer.id, tenantId } as const;
    this.#job = this.#session.client.run(request, (progress) => {
      this.#progress = progress;
    });
    const end = await this.#job.end;
    this.#job = null;
    this.#stage = 'asking';
    if (end.kind === 'cancelled') return;
    const value = end.kind === 'done' ? end.value : null;
    if (value?.kind === 'tenantMatched') {
      this.#match = value.match;
      this.#stage = 'compared';
    } else {
      const why = value?.kind === 'pullRefused' ? value.why : ({ kind: 'unexpected' } as const);
      this.#fault = { kind: 'notRead', why };
    }
  }

  cancel(): void {
    this.#job?.cancel();
  }

  /** Back to the question which organization it is. */
  restart(): void {
    this.#match = null;
    this.#fault = null;
    this.#stage = 'asking';
  }

  /** Binds the customer to what was compared, for good. */
  async bind(): Promise<boolean> {
    const match = this.#match;
    if (match === null || this.isImpossible) return false;
    this.#stage = 'binding';
    const { api } = this.#session.client;
    const bound = await api.bindCustomer(this.#customer.id, match.tenantId, match.defaultDomain);
    this.#stage = 'compared';
    if (!bound.ok) this.#fault = { kind: 'notBound', why: bound.error };
    return bound.ok;
  }
}
