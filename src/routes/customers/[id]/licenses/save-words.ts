import { productName, type IssueNames } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { Preview } from '#plan/preview.ts';
import type { ManageView } from '#worker/manage/manage-types.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The one part that is not nothing; null where there are none or several. */
function onlyOne<T>(parts: readonly T[], countOf: (part: T) => number): T | null {
  const some = parts.filter((part) => countOf(part) > 0);
  return some.length === 1 ? (some[0] ?? null) : null;
}

/**
 * What Save would do, for the words on its button; empty where it would do nothing. A Save that
 * does one thing with one product names it, any other counts. `awaited`: names of users who are not
 * here yet and get something.
 */
export function saveWords(
  { manage, lists, words }: Pick<Messages, 'manage' | 'lists' | 'words'>,
  { assigns, products, locationsSet, shortages, changed, ...preview }: Preview,
  awaited: number,
  names: IssueNames,
): string {
  if (changed === 0 && awaited === 0 && shortages.length === 0) return '';
  const text = manage.save;
  // who has the other product already only loses the first one
  const swaps = preview.swaps.map((one) => ({ ...one, users: one.users - one.alreadyHaveTo }));
  const revokes = preview.revokes + sum(preview.swaps.map((one) => one.alreadyHaveTo));
  const swapped = sum(swaps.map(({ users }) => users));
  const switched = sum(products.map(({ servicePlanChanges }) => servicePlanChanges));
  const isOneKind = [assigns, revokes, swapped, switched].filter((count) => count > 0).length === 1;
  const one = <T>(parts: readonly T[], countOf: (part: T) => number): T | null =>
    isOneKind ? onlyOne(parts, countOf) : null;
  const product = (
    countOf: (part: Preview['products'][number]) => number,
    say: (name: string, users: number) => string,
    count: string,
  ): string => {
    const named = one(products, countOf);
    return named === null ? count : say(productName(names, named.ledger.skuId), countOf(named));
  };

  const said: string[] = [];
  if (assigns > 0)
    said.push(product((part) => part.assigns, text.assignProduct, text.assign(assigns)));
  if (revokes > 0)
    said.push(product((part) => part.revokes, text.revokeProduct, text.revoke(revokes)));
  if (swapped > 0) {
    const named = one(swaps, ({ users }) => users);
    said.push(
      named === null
        ? text.swap(swapped)
        : text.swapProduct(
            productName(names, named.from),
            productName(names, named.to),
            named.users,
          ),
    );
  }
  if (switched > 0)
    said.push(product((part) => part.servicePlanChanges, text.plansOf, text.plans(switched)));
  const directOnly = sum(products.map((one) => one.losesDirectOnly));
  if (directOnly > 0) said.push(text.direct(directOnly));
  if (locationsSet > 0) said.push(text.locations(locationsSet));
  if (awaited > 0) said.push(lists.waiting(awaited));
  const short = sum(shortages.map((shortage) => shortage.short));
  const what = said.join(words.listSeparator);
  if (what === '') return short === 0 ? words.save : text.button(text.onlyShort(short));
  return text.button(short === 0 ? what : text.short(what, short));
}

/** How many users who are not here yet get something: all that are waited for, or none. */
export const waitingFor = ({ awaited: { names, needed } }: ManageView): number =>
  Object.keys(needed).length === 0 ? 0 : names.length;
