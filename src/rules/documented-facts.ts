import { documentedConflicts } from './documented-conflicts.ts';
import { documentedDependencies } from './documented-dependencies.ts';
import type { RuleFact } from './rule-fact.ts';

/** Every fact that the app brings with it. Prohibited locations are not among them: no public list exists. */
export const documentedFacts: readonly RuleFact[] = [
  ...documentedDependencies,
  ...documentedConflicts,
];
