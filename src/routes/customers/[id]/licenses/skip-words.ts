import { unreachable } from '#base/unreachable.ts';
import { groupNames, productName, type IssueNames } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { Skip } from '#plan/filling.ts';

/** Why something was not ticked, in plain words. */
export function skipWords(m: Messages, names: IssueNames, skip: Skip): string {
  const text = m.fill.skip;
  const list = (some: readonly string[]): string => some.join(m.words.listSeparator);
  switch (skip.kind) {
    case 'keptByGroup': {
      const group = groupNames({ m, names }, [skip.groupId]);
      return text.keptByGroup(skip.users, productName(names, skip.skuId), group);
    }
    case 'onlyByGroup': {
      const groups = groupNames({ m, names }, skip.groupIds);
      return text.onlyByGroup(productName(names, skip.skuId), groups);
    }
    case 'notAssignable': {
      const reason = m.manage.row.notAssignable[skip.reason];
      return text.notAssignable(productName(names, skip.skuId), reason);
    }
    case 'servicePlansUnknown':
      return text.servicePlansUnknown(productName(names, skip.skuId));
    case 'licensesUntold':
      return text.licensesUntold(skip.users);
    case 'notOwned':
      return text.notOwned(skip.name, skip.skuPartNumber);
    case 'swapNotOwned':
      return text.swapNotOwned(skip.from, skip.to, list(skip.missing));
    case 'servicePlansLacking': {
      const say = skip.isListed ? text.servicePlansLacking : text.servicePlansUnlisted;
      return say(productName(names, skip.skuId), list(skip.names));
    }
    default:
      return unreachable(skip);
  }
}
