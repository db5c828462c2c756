import { addDraft } from '#plan/add-draft.ts';
import type { Draft } from '#plan/draft.ts';
import type { Filling } from '#plan/filling.ts';
import type { Manage } from './manage.svelte.ts';

/** Where ticks came from. */
export type FillSource =
  | { readonly kind: 'everything' }
  | { readonly kind: 'user'; readonly name: string }
  | { readonly kind: 'preset'; readonly name: string };

/** What could be filled in, and where it would come from. */
export interface Offer {
  readonly source: Extract<FillSource, { readonly name: string }>;
  readonly filling: Filling;
}

/** What becomes of what was ticked before. */
export type FillMode = 'replace' | 'add';

/** Ticks that were filled in, what was ticked before, and what is ticked with both. */
export interface Filled {
  readonly source: FillSource;
  readonly filling: Filling;
  readonly before: Draft;
  readonly after: Draft;
}

/** Fills the draft of Manage licenses from something else than ticks; the last filling can be undone. */
export class Fill {
  readonly #manage: Manage;
  #filled = $state.raw<Filled | null>(null);

  /** What was filled in last; null when nothing was, or it was dismissed. */
  readonly filled = $derived(this.#filled);
  /** True until something else is ticked: then undoing would take that away, too. */
  readonly canUndo = $derived.by(() => this.#manage.draft === this.#filled?.after);

  constructor(manage: Manage) {
    this.#manage = manage;
  }

  /** Ticks what the filling says, in place of what is ticked or in addition. */
  fill(source: FillSource, filling: Filling, mode: FillMode): void {
    const before = this.#manage.draft;
    const after = mode === 'add' ? addDraft(before, filling.draft) : filling.draft;
    this.#filled = { source, filling, before, after };
    this.#manage.replace(after);
  }

  /** Ticks again what was ticked before the last filling. */
  undo(): void {
    if (this.#filled === null) return;
    this.#manage.replace(this.#filled.before);
    this.#filled = null;
  }

  dismiss(): void {
    this.#filled = null;
  }
}
