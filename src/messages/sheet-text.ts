import { unreachable } from '#base/unreachable.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { SheetLine } from '#plan/change-sheet.ts';
import type { SheetItem } from '#plan/sheet-items.ts';
import type { Staying } from '#plan/who-stays.ts';
import { issueText, productName, servicePlanName, type IssueWords } from './issue-text.ts';

/** What happens to users, without saying to how many: `Revoke Office 365 E3`. */
export function itemText(item: SheetItem, { m, names, country }: IssueWords): string {
  const text = m.sheet.item;
  const product = (sku: SkuId): string => productName(names, sku);
  switch (item.kind) {
    case 'swap':
      return text.swap(product(item.from), product(item.to));
    case 'servicePlan':
      return text.servicePlan[item.to](
        servicePlanName(names, item.servicePlanId),
        product(item.skuId),
      );
    case 'location':
      return item.location === null ? text.noLocation : text.location(country(item.location));
    case 'revoke':
    case 'revokeDirect':
    case 'assign':
    case 'assignDirect':
    case 'servicePlans':
      return text[item.kind](product(item.skuId));
    default:
      return unreachable(item);
  }
}

/** What its users lose for good: `12 lose their mailbox`; empty where nobody does. */
export const losingText = ({ losing }: Pick<SheetLine, 'losing'>, { m }: IssueWords): string =>
  (['exchange', 'sharepoint'] as const)
    .filter((service) => losing[service] > 0)
    .map((service) => m.sheet.losing[service](losing[service]))
    .join(m.words.listSeparator);

/** What a line says, part by part: what happens, to how many, and who loses what. */
export const lineParts = (line: SheetLine, words: IssueWords): readonly string[] =>
  [itemText(line.item, words), words.m.sheet.users(line.users), losingText(line, words)].filter(
    (part) => part !== '',
  );

/** A line in one sentence: `Revoke Office 365 E3 · 16 users · 12 lose their mailbox`. */
export const lineText = (line: SheetLine, words: IssueWords): string =>
  words.m.sheet.line(lineParts(line, words));

/** What keeps users as they are. */
export function stayingText({ kind, issue }: Omit<Staying, 'users'>, words: IssueWords): string {
  const why = issue === null ? words.m.changes.cause[kind] : issueText(issue, words);
  return kind === 'waits' ? words.m.sheet.waits(why) : why;
}
