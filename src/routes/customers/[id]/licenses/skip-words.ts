import { unreachable } from '#base/unreachable.ts';
import { groupNames, productName, type IssueNames } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { Skip } from '#plan/filling.ts';

/** Why something was not ticked, in plain words. */
export function skipWords(m: Messages, names: IssueNames, skip: Skip): string {
  const text = m.fill.skip;
  switch (skip.kind) {
    case 'keptByGroup':
      return text.keptByGroup(
        skip.users,
        productName(names, skip.skuId),
        groupNames({ m, names }, [skip.groupId]),
      );
    case 'notAssignable':
      return text.notAssignable(
        productName(names, skip.skuId),
        m.manage.row.notAssignable[skip.reason],
      );
    default:
      return unreachable(skip);
  }
}
