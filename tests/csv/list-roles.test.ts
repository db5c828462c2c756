import { describe, expect, it } from 'vitest';
import { readListHeader } from '#csv/assignment-columns.ts';
import { columnsSaid, type ListRole } from '#csv/list-roles.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import { headerKey } from '#csv/user-header.ts';

const HEADER = ['Who', 'What', 'Note'];
const said = columnsSaid(
  new Map<string, readonly (ListRole | null)[]>([[headerKey(HEADER), ['user', 'product', null]]]),
);
const read = (headings: readonly string[]) =>
  readListHeader('list.csv', headings, new ProductFinder([], []), said);

describe('what was said of the columns of a list', () => {
  it('makes a header understood that says nothing by itself', () => {
    const header = read([' who ', 'WHAT', 'Note']);
    if (!header.ok) throw new Error(header.error.kind);
    expect(header.value.shape).toBe('long');
    expect(header.value.columns.map(({ use }) => use.kind)).toEqual(['user', 'product', 'aside']);
  });

  it('is not taken for another header, as a title or the rows below would be', () => {
    expect(read(['ada@contoso.com', 'Visio', '']).ok).toBe(false);
    expect(read(['Who', 'What']).ok).toBe(false);
  });
});
