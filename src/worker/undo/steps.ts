import type { CustomerId } from '#customers/customer.ts';
import type { UndoStep } from '#plan/undo-step.ts';
import { getChange, standingChanges } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { sendingThrough } from '#store/runs.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { OpenCustomers } from '#worker/customers/open-customers.ts';
import { asked, politePace } from '#worker/jobs/next-turn.ts';
import type { StepName } from './step-types.ts';

/** Undo and redo as they would be done now. */
export class Steps {
  readonly #db: SeatwiseDatabase;
  readonly #customers: OpenCustomers;
  /** A dialog asks about one step several times; it is good for one state of the customer. */
  readonly #known = new WeakMap<OpenCustomer, { readonly name: string; readonly step: UndoStep }>();

  constructor(db: SeatwiseDatabase, customers: OpenCustomers) {
    this.#db = db;
    this.#customers = customers;
  }

  /** Works out the step; `NotFound` where there is no such change. */
  async find(
    id: CustomerId,
    name: StepName,
  ): Promise<{ readonly open: OpenCustomer; readonly step: UndoStep }> {
    const open = await this.#customers.open(id);
    return { open, step: await this.#stepOf(open, name) };
  }

  async #stepOf(
    open: OpenCustomer,
    { changeId, kind, alsoWanted = false }: StepName,
  ): Promise<UndoStep> {
    const { settledThrough, customer } = open.data;
    const { id } = customer;
    const sending = await sendingThrough(this.#db, id);
    const name = [changeId, kind, alsoWanted, ...sending].join(' ');
    const before = this.#known.get(open);
    if (before?.name === name) return before.step;
    const others = await standingChanges(this.#db, id, politePace());
    // a large change is read once, not twice
    const standing = others.find((one) => one.id === changeId);
    const change = standing ?? (await getChange(this.#db, id, changeId));
    if (!change) throw new NotFound(changeId);
    const { planner } = open;
    const sent = { settledThrough, sending };
    const working =
      kind === 'takenOut'
        ? planner.takeOutInSteps(others, change, null, { sent, alsoWanted })
        : planner.putBackInSteps(others, change, null, sent);
    const step = await asked(working);
    this.#known.set(open, { name, step });
    return step;
  }
}
