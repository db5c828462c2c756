import { createContext } from 'svelte';
import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { SheetLine } from '#plan/change-sheet.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';

/** A Save that has just been made, and what it planned. */
export interface JustSaved {
  readonly customerId: CustomerId;
  readonly changeId: ChangeId;
  readonly lines: readonly SheetLine[];
  readonly names: NamesView;
}

/** The Save whose undo is offered for a moment, on whatever screen the person is. */
export class UndoOffer {
  #saved = $state.raw<JustSaved | null>(null);

  get saved(): JustSaved | null {
    return this.#saved;
  }

  offer(saved: JustSaved): void {
    this.#saved = saved;
  }

  /** The moment is over, or the change left the plan. */
  end(): void {
    this.#saved = null;
  }
}

export const [useUndoOffer, provideUndoOffer] = createContext<UndoOffer>();
