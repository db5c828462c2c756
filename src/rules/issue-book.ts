import { unreachable } from '#base/unreachable.ts';
import type { Issue } from './issue.ts';

/** A string that is equal for issues of the same cause, and only for them. */
export function issueKey(issue: Issue): string {
  const head = `${issue.code} ${issue.severity}`;
  switch (issue.code) {
    case 'usageLocationMissing':
    case 'usageLocationUnknown':
      return head;
    case 'usageLocationProhibited':
      return `${head} ${issue.skuId} ${issue.servicePlanId ?? ''} ${issue.location} ${issue.factId}`;
    case 'notAssignable':
      return `${head} ${issue.reason} ${issue.skuId}`;
    case 'dependency':
      return `${head} ${issue.skuId} ${issue.factId}`;
    case 'conflict':
      return `${head} ${issue.skuIds.join(' ')} ${issue.factId}`;
    case 'inherited':
      return `${head} ${issue.effect} ${issue.groupIds.join(' ')} ${issue.skuId}`;
    case 'swapInherited':
      return `${head} ${issue.groupIds.join(' ')} ${issue.skuId}`;
    case 'swapServicePlansUnknown':
      return `${head} ${issue.skuId} ${issue.to}`;
    case 'maybeInherited':
    case 'servicePlansUnknown':
    case 'unchecked':
    case 'shortage':
      return `${head} ${issue.skuId}`;
    case 'dataAtRisk':
      return `${head} ${issue.service}`;
    default:
      return unreachable(issue);
  }
}

/**
 * Keeps one object per cause, so that issues can be counted and compared without looking into them.
 * Rules hand out only objects of the book.
 */
export class IssueBook {
  readonly #issues = new Map<string, Issue>();

  /** The one object for this issue's cause. */
  enter(issue: Issue): Issue {
    const key = issueKey(issue);
    const known = this.#issues.get(key);
    if (known === undefined) this.#issues.set(key, issue);
    return known ?? issue;
  }
}
