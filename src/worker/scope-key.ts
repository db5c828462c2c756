import type { Scope } from './api.ts';

/** The name under which a scope's draft is kept in its window. */
export const scopeKey = (scope: Scope): string =>
  scope.kind === 'selection' ? 'selection' : `user ${scope.userId}`;
