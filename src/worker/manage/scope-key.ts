import { unreachable } from '#base/unreachable.ts';
import type { Scope } from '#worker/scope-types.ts';

/** The name under which a scope's draft is kept in its window. */
export function scopeKey(scope: Scope): string {
  switch (scope.kind) {
    case 'selection':
      return 'selection';
    case 'user':
      return `user ${scope.userId}`;
    case 'list':
      // a window reviews one list at a time
      return 'list';
    default:
      return unreachable(scope);
  }
}
