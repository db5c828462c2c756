import { unreachable } from '#base/unreachable.ts';
import type { RefusalReason } from '#users/row-refusal.ts';
import { productName, type IssueNames } from './issue-text.ts';
import type { Messages } from './messages.ts';

/** Why a row of an assignment list is not followed, in plain words. */
export function refusalText(
  reason: RefusalReason,
  { assignmentLists, words }: Pick<Messages, 'assignmentLists' | 'words'>,
  names: IssueNames,
): string {
  const m = assignmentLists.reasons;
  switch (reason.kind) {
    case 'ragged':
      return m.ragged(reason.expected, reason.received);
    case 'wrongEnd':
      return m.wrongEnd(reason.rows);
    case 'ambiguousProduct': {
      const products = reason.skuIds.map((skuId) => productName(names, skuId));
      return m.ambiguousProduct(products.join(words.listSeparator));
    }
    case 'unknownServicePlan':
      return m.unknownServicePlan(reason.name);
    case 'companyServicePlan':
      return m.companyServicePlan(reason.name);
    case 'ambiguousUser':
      return m.ambiguousUser(reason.positions.length);
    case 'severalCustomers':
      return m.severalCustomers(reason.count);
    case 'contradiction':
      return m.contradiction(reason.row);
    case 'userLeftAlone':
      return m.userLeftAlone(reason.row);
    case 'duplicate':
      return m.duplicate(reason.row);
    case 'brokenQuotes':
    case 'tooLong':
    case 'aboveHeader':
    case 'mayBeCut':
    case 'noUser':
    case 'severalUsers':
    case 'noProduct':
    case 'unknownProduct':
    case 'notOwned':
    case 'productsDiffer':
    case 'unknownAction':
    case 'unknownAnswer':
    case 'mixedMark':
    case 'ambiguousServicePlan':
    case 'servicePlansNotListed':
    case 'unknownUser':
    case 'usersDiffer':
    case 'unknownCustomer':
    case 'noCustomer':
    case 'customersDiffer':
      return m[reason.kind];
    default:
      return unreachable(reason);
  }
}
