import type { Draft } from '#plan/draft.ts';
import type { Filling } from '#plan/filling.ts';
import type { Manage } from './manage.svelte.ts';

/** Where ticks came from. */
export type FillSource = { readonly kind: 'everything' };

/** Ticks that were filled in, and what was ticked before. */
export interface Filled {
  readonly source: FillSource;
  readonly filling: Filling;
  readonly before: Draft;
}

/** Fills the draft of Manage licenses from something else than ticks; the last filling can be undone. */
export class Fill {
  readonly #manage: Manage;
  #filled = $state.raw<Filled | null>(null);

  /** What was filled in last; null when nothing was, or it was dismissed. */
  readonly filled = $derived(this.#filled);
  /** True until something else is ticked: then undoing would take that away, too. */
  readonly canUndo = $derived.by(() => this.#manage.draft === this.#filled?.filling.draft);

  constructor(manage: Manage) {
    this.#manage = manage;
  }

  /** Ticks what the filling says, in place of what is ticked. */
  fill(source: FillSource, filling: Filling): void {
    this.#filled = { source, filling, before: this.#manage.draft };
    this.#manage.replace(filling.draft);
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
