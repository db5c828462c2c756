import { createContext } from 'svelte';

/** What was dropped on the app, from the drop until Import takes it. */
export class DroppedFiles {
  waiting = $state.raw<readonly File[]>([]);
  /** True while Import cannot take any: it reads or writes others. */
  refused = $state(false);
}

export const [useDropped, provideDropped] = createContext<DroppedFiles>();
