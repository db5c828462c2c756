import type { Customer, TenantId } from '#customers/customer.ts';
import { PullRun } from '#routes/jobs/pull-run.svelte.ts';
import { anyChange, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import type { PullRefusal, TenantSource, TenantView } from '#worker/cloud/cloud-types.ts';
import type { JobWaiting } from '#worker/jobs/job-types.ts';

/** Why a search gave no list. */
export type SearchEnd =
  | { readonly kind: 'refused'; readonly why: PullRefusal }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };

/** The partner's customers, looked up once, and the one that is being put on this device. */
export class TenantSearch {
  readonly #session: Session;
  readonly #where: TenantSource;
  readonly #asking = new Transfer<'findTenants'>();
  /** Who is on this device. */
  readonly here: Reading<readonly Customer[]>;
  #found = $state.raw<readonly TenantView[] | null>(null);
  #end = $state.raw<SearchEnd | null>(null);
  #text = $state('');
  #adding = $state.raw<{ readonly tenant: TenantView; readonly run: PullRun } | null>(null);

  /** Everyone who was found, and where on this device; null before that. */
  readonly tenants: readonly TenantView[] | null = $derived.by(() => {
    const customers = this.here.answer;
    if (this.#found === null || customers === undefined) return this.#found;
    return this.#found.map((tenant) => {
      const customer = customers.find(({ tenantId }) => tenantId === tenant.tenantId);
      return { ...tenant, customerId: customer?.id ?? null };
    });
  });

  readonly shown = $derived.by(() => {
    const wanted = this.#text.trim().toLocaleLowerCase();
    return (this.tenants ?? []).filter(({ name, defaultDomain }) =>
      `${name} ${defaultDomain ?? ''}`.toLocaleLowerCase().includes(wanted),
    );
  });

  constructor(session: Session, where: TenantSource) {
    this.#session = session;
    this.#where = where;
    this.here = new Reading<readonly Customer[]>(session, {
      query: {},
      ask: (api) => api.customers(),
      concerns: anyChange,
    });
  }

  get searching(): boolean {
    return this.#asking.running;
  }

  /** What the search waits for; null: nothing. */
  get waiting(): JobWaiting | null {
    return this.#asking.progress?.waiting ?? null;
  }

  /** Why the last search gave nothing; null before, while it runs, and when it gave a list. */
  get end(): SearchEnd | null {
    return this.#end;
  }

  get text(): string {
    return this.#text;
  }

  /** Who is or was put on this device last, and how far that is. */
  get adding(): { readonly tenant: TenantView; readonly run: PullRun } | null {
    return this.#adding;
  }

  get busy(): boolean {
    return this.#adding?.run.running ?? false;
  }

  /** The one that can only be added after somebody signed in; null: none. */
  get needsSignIn(): TenantId | null {
    const { tenant, run } = this.#adding ?? {};
    return tenant !== undefined && run?.needsSignIn(tenant.tenantId) === true
      ? tenant.tenantId
      : null;
  }

  narrow(text: string): void {
    this.#text = text;
  }

  async search(): Promise<void> {
    if (this.searching) return;
    this.#end = null;
    const request = { kind: 'findTenants', where: this.#where } as const;
    const end = await this.#asking.run(this.#session.client, request);
    if (end.kind === 'cancelled') this.#end = end;
    else if (end.kind === 'failed') this.#end = { kind: 'failed', detail: end.failure.detail };
    else if (end.value.kind === 'tenants') {
      this.#found = end.value.tenants;
      this.#session.announce(this.#session.m.finding.found(end.value.tenants.length));
    } else {
      this.#end = { kind: 'refused', why: end.value.why };
    }
  }

  cancel(): void {
    this.#asking.cancel();
  }

  /** Puts a customer on this device, one at a time. `true` when it is there. */
  async add(tenant: TenantView): Promise<boolean> {
    if (this.busy) return false;
    const { tenantId, name, defaultDomain } = tenant;
    const found = { tenantId, name, defaultDomain };
    this.#session.signIn.introduce(tenantId, name);
    const run = new PullRun(this.#session, {
      kind: 'addTenant',
      where: this.#where,
      tenant: found,
    });
    this.#adding = { tenant, run };
    await run.run();
    await this.here.load();
    return (
      this.tenants?.some((one) => one.tenantId === tenantId && one.customerId !== null) ?? false
    );
  }

  /** Adds the one whose adding was left for the sign-in page. */
  addAgain(tenantId: string): void {
    const tenant = this.tenants?.find((one) => one.tenantId === tenantId);
    if (tenant !== undefined) void this.add(tenant);
  }
}
