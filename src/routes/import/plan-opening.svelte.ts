import { unreachable } from '#base/unreachable.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import type { OpenPlanValue, PlanRefused } from '#worker/handover/handover-types.ts';

type KnownPlan = Extract<PlanRefused['why'], { readonly at: number }>;
type Opened = Extract<OpenPlanValue, { kind: 'planOpened' }>;

/** The opening of one plan file, until it can be reviewed. */
export class PlanOpening {
  readonly transfer = new Transfer<'openPlan'>();
  readonly #session: Session;
  readonly #file: File;
  #customers = $state.raw<readonly Customer[]>([]);
  /** The customer that the person chose; null while nobody did. */
  chosen = $state<CustomerId | null>(null);

  constructor(session: Session, file: File) {
    this.#session = session;
    this.#file = file;
  }

  get opened(): Opened | null {
    const { end } = this.transfer;
    return end?.kind === 'done' && end.value.kind === 'planOpened' ? end.value : null;
  }

  get refused(): PlanRefused | null {
    const { end } = this.transfer;
    return end?.kind === 'done' && end.value.kind === 'planRefused' ? end.value : null;
  }

  /** Where the plan is known from on this device; null: nowhere. */
  get known(): KnownPlan | null {
    const why = this.refused?.why;
    return why?.kind === 'savedHere' || why?.kind === 'madeHere' ? why : null;
  }

  /** Customers to choose from; empty where nothing is to be chosen. */
  get customers(): readonly Customer[] {
    return this.refused?.why.kind === 'chooseCustomer' ? this.#customers : [];
  }

  /** Why the plan cannot be opened; null where it can, or a customer is to be chosen first. */
  get refusal(): string | null {
    const m = this.#session.m.handover.plan.refused;
    const why = this.refused?.why;
    switch (why?.kind) {
      case undefined:
      case 'chooseCustomer':
        return null;
      case 'notAPlan':
      case 'altered':
      case 'unreadable':
      case 'otherTenant':
        return m[why.kind];
      case 'newerFormat':
        return m.newerFormat(why.version);
      case 'savedHere':
      case 'madeHere':
        return m[why.kind](this.#session.dateTime(why.at));
      default:
        return unreachable(why);
    }
  }

  /** Reads the file and keeps what it wants for this window's review. */
  async open(): Promise<void> {
    const { client, window } = this.#session;
    await this.transfer.run(client, {
      kind: 'openPlan',
      file: this.#file,
      customerId: this.chosen,
      window,
    });
    if (this.refused?.why.kind === 'chooseCustomer') {
      this.#customers = await client.api.customers().catch(() => []);
    }
  }
}
