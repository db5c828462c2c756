import { unreachable } from '#base/unreachable.ts';
import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Messages } from './messages.ts';
import type { Issue } from '#rules/issue.ts';

export interface IssueNames {
  readonly products: Readonly<Record<SkuId, string>>;
  readonly servicePlans: Readonly<Record<ServicePlanId, string>>;
  readonly groups: Readonly<Record<GroupId, string>>;
}

/** For texts that name nothing. */
export const noNames: IssueNames = { products: {}, servicePlans: {}, groups: {} };

/** What an issue is said with: the language's words, the names behind its ids, the name of a country. */
export interface IssueWords {
  readonly m: Messages;
  readonly names: IssueNames;
  /** Two letters to the country's name. */
  readonly country: (letters: string) => string;
}

/** The name of a product; its id where no source names it. */
export const productName = (names: IssueNames, id: SkuId): string => names.products[id] ?? id;
/** The name of a service plan; its id where no source names it. */
export const servicePlanName = (names: IssueNames, id: ServicePlanId): string =>
  names.servicePlans[id] ?? id;

/** `group Sales-E3, group Berlin`; groups without a name are called by their id. */
export function groupNames(
  { m, names }: Pick<IssueWords, 'm' | 'names'>,
  ids: readonly GroupId[],
): string {
  if (ids.length === 0) return m.issues.unnamedGroup;
  return ids.map((id) => m.issues.group(names.groups[id] ?? id)).join(m.words.listSeparator);
}

/** An issue in plain words. */
export function issueText(issue: Issue, words: IssueWords): string {
  const { m, names, country } = words;
  const text = m.issues;
  switch (issue.code) {
    case 'usageLocationMissing':
      return text.usageLocationMissing;
    case 'usageLocationUnknown':
      return text.usageLocationUnknown;
    case 'usageLocationProhibited': {
      const product = productName(names, issue.skuId);
      const place = country(issue.location);
      return issue.servicePlanId === null
        ? text.usageLocationProhibited[issue.severity](product, place)
        : text.servicePlanProhibited[issue.severity](
            servicePlanName(names, issue.servicePlanId),
            product,
            place,
          );
    }
    case 'notAssignable':
      return text.notAssignable[issue.reason](productName(names, issue.skuId));
    case 'dependency':
      return text.dependency[issue.severity](
        servicePlanName(names, issue.servicePlanId),
        productName(names, issue.skuId),
        issue.requiresAnyOf.map((id) => servicePlanName(names, id)).join(m.words.listSeparator),
      );
    case 'conflict': {
      const [one, other] = issue.servicePlanIds;
      const [product, otherProduct] = issue.skuIds;
      return text.conflict[issue.severity](
        servicePlanName(names, one),
        productName(names, product),
        servicePlanName(names, other),
        productName(names, otherProduct),
      );
    }
    case 'inherited': {
      const product = productName(names, issue.skuId);
      const groups = groupNames(words, issue.groupIds);
      if (issue.effect === 'locked') return text.inheritedLocked(product, groups);
      if (issue.effect === 'losesDirectOnly') return text.inheritedDirectOnly(product, groups);
      return text.inheritedServicePlans(product, groups);
    }
    case 'maybeInherited':
      return text.maybeInherited(productName(names, issue.skuId));
    case 'servicePlansUnknown':
      return text.servicePlansUnknown(productName(names, issue.skuId));
    case 'swapInherited':
      return text.swapInherited(productName(names, issue.skuId), groupNames(words, issue.groupIds));
    case 'swapServicePlansUnknown':
      return text.swapServicePlansUnknown(
        productName(names, issue.skuId),
        productName(names, issue.to),
      );
    case 'switchedOn': {
      const plans = [issue.off, issue.on].map((id) => servicePlanName(names, id)) as [
        string,
        string,
      ];
      const products = [issue.from, issue.to].map((id) => productName(names, id)) as [
        string,
        string,
      ];
      return issue.off === issue.on
        ? text.switchedOn(plans[0], ...products)
        : text.switchedOnAs(...plans, ...products);
    }
    case 'unchecked':
      return text.unchecked(productName(names, issue.skuId));
    case 'licensesUntold': {
      const say = issue.isAssigned ? text.untoldAssigned : text.untoldLeft;
      return say(productName(names, issue.skuId));
    }
    case 'dataAtRisk':
      return text.dataAtRisk[issue.service];
    case 'shortage':
      return text.shortage(productName(names, issue.skuId));
    default:
      return unreachable(issue);
  }
}
