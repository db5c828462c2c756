import type { Customer, CustomerId } from '#customers/customer.ts';
import type { ImportSummary } from '#worker/imports/import-types.ts';
import { ImportSplit } from './import-split.svelte.ts';
import type { JobRequest } from '#worker/jobs/job-types.ts';

export type TargetReason = 'asked' | 'tenant' | 'domain';
type Into = Extract<JobRequest, { kind: 'import' }>['into'];

/** Where files go: into a customer on this device, or a new one. Sample customers take no files. */
export class ImportTarget {
  readonly #preset: string | null;
  #customers = $state.raw<readonly Customer[]>([]);
  #tenantId = $state<string | null>(null);
  #suggested = $state.raw<{ readonly id: CustomerId; readonly reason: TargetReason } | null>(null);
  #proposedName = '';
  kind = $state<'existing' | 'new' | 'split'>('new');
  readonly split = new ImportSplit();
  customerId = $state<string>('');
  name = $state('');
  wholeCustomer = $state(false);

  /** `preset`: the customer whose page the person came from, if any. */
  constructor(preset: string | null) {
    this.#preset = preset;
  }

  /** Customers that can take files. */
  readonly choices = $derived(this.#customers.filter(({ origin }) => origin !== 'sample'));

  readonly chosen = $derived(
    this.kind === 'existing'
      ? (this.choices.find(({ id }) => id === this.customerId) ?? null)
      : null,
  );

  /** Why the chosen customer was proposed; null where the person chose. */
  readonly reason = $derived(
    this.chosen !== null && this.chosen.id === this.#suggested?.id ? this.#suggested.reason : null,
  );

  /** The files are known to be of another tenant than the chosen customer. */
  readonly isOtherTenant = $derived(
    this.#tenantId !== null &&
      this.chosen !== null &&
      this.chosen.tenantId !== null &&
      this.chosen.tenantId !== this.#tenantId,
  );

  readonly nameTaken = $derived(
    this.kind === 'new' && this.#customers.some(({ name }) => name === this.name.trim()),
  );

  /** The sample customer whose page the person came from, if it was one. */
  readonly refusedSample = $derived(
    this.#customers.find(({ id, origin }) => id === this.#preset && origin === 'sample') ?? null,
  );

  /** The chosen target; null while it is not complete. */
  readonly into = $derived.by((): Into | null => {
    if (this.kind === 'split') return null;
    if (this.kind === 'new') {
      const name = this.name.trim();
      return name === '' ? null : { kind: 'new', name };
    }
    if (this.chosen === null || this.isOtherTenant) return null;
    return { kind: 'existing', id: this.chosen.id };
  });

  /** True when it is said where everything goes. */
  get isComplete(): boolean {
    return this.kind === 'split' ? this.split.parts.length > 0 : this.into !== null;
  }

  /** Proposes a target for what was read. */
  suggest(summary: ImportSummary, customers: readonly Customer[]): void {
    this.#customers = customers;
    this.#tenantId = summary.tenantId;
    this.#suggested = this.#proposal(summary);
    this.wholeCustomer = false;
    this.split.show(summary);
    this.kind = this.#suggested === null ? 'new' : 'existing';
    if (this.#suggested?.reason !== 'asked' && this.split.isLikely) this.kind = 'split';
    this.customerId = this.#suggested?.id ?? this.choices[0]?.id ?? '';
    // what the person has typed stays when more files come
    if (this.name === '' || this.name === this.#proposedName) this.name = summary.suggestedName;
    this.#proposedName = summary.suggestedName;
  }

  #proposal({ suggestedCustomer, tenantId }: ImportSummary): {
    readonly id: CustomerId;
    readonly reason: TargetReason;
  } | null {
    const asked = this.choices.find(({ id }) => id === this.#preset);
    if (asked) return { id: asked.id, reason: 'asked' };
    const likely = this.choices.find(({ id }) => id === suggestedCustomer);
    if (!likely) return null;
    const sameTenant = tenantId !== null && likely.tenantId === tenantId;
    return { id: likely.id, reason: sameTenant ? 'tenant' : 'domain' };
  }
}
