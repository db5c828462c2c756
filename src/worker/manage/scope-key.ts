import { unreachable } from '#base/unreachable.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { DraftPlace } from '#store/drafts.ts';
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

/** Where the draft of a scope of the customer is kept. */
export const draftPlace = (customerId: CustomerId, scope: Scope): DraftPlace => ({
  customerId,
  window: scope.window,
  scope: scopeKey(scope),
});
