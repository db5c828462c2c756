// svelte-check leaves its copy of a component that was removed, and then finds faults in it.
import { rmSync } from 'node:fs';

rmSync('.svelte-kit/.svelte-check', { recursive: true, force: true });
