import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { readPastedList } from '#users/pasted-list.ts';
import { UserFinder, type FoundNames } from '#users/user-finder.ts';
import { perText, UserFlag, type UserTable } from '#users/user-table.ts';

interface Person {
  readonly id: string;
  readonly upn: string;
  readonly mail: string;
  readonly displayName?: string;
  readonly gone: boolean;
}

const tableOf = (people: readonly Partial<Person>[]): UserTable => ({
  count: people.length,
  texts: {
    ...perText(() => people.map(() => '')),
    displayName: people.map(({ displayName }) => displayName ?? ''),
    id: people.map(({ id, upn }) => id ?? `upn:${(upn ?? '').toLowerCase()}`),
    userPrincipalName: people.map(({ upn }) => upn ?? ''),
    mail: people.map(({ mail }) => mail ?? ''),
  },
  flags: Uint8Array.from(people, ({ gone }) => (gone === true ? UserFlag.gone : 0)),
  licenses: {
    baseline: new Uint32Array(people.length),
    planned: new Uint32Array(people.length),
  },
  locations: {
    baseline: new Uint16Array(people.length),
    planned: new Uint16Array(people.length),
  },
});

const guid = (n: number): string => `0e7d0000-5eed-4000-8000-${String(n).padStart(12, '0')}`;

const find = (people: readonly Partial<Person>[], text: string): FoundNames => {
  const finder = new UserFinder(tableOf(people));
  const { names } = atOnce(readPastedList(text, (name) => finder.findCalled(name).length > 0));
  return atOnce(finder.findAll(names));
};

describe('a name of a list', () => {
  const people = [
    { id: guid(1), upn: 'ada@contoso.com', mail: 'Ada.Winter@contoso.com' },
    { id: guid(2), upn: 'bo@contoso.com', mail: 'sales@contoso.com' },
    { id: guid(3), upn: 'cy@contoso.com', mail: 'sales@contoso.com' },
    { upn: "o'neil@contoso.com" },
    { id: guid(5), upn: 'eve_b_fabrikam.com#EXT#@contoso.onmicrosoft.com', mail: '' },
    { id: guid(6), upn: 'gone@contoso.com', mail: 'bo@contoso.com', gone: true },
    { id: guid(7), upn: 'sub@contoso.com', mail: 'ADA@contoso.com' },
  ];

  it('means a user by object id, userPrincipalName or mail, in any case', () => {
    expect(find(people, guid(1).toUpperCase()).matched).toEqual([0]);
    expect(find(people, 'BO@Contoso.COM').matched).toEqual([1]);
    expect(find(people, 'ada.winter@CONTOSO.com').matched).toEqual([0]);
    expect(find(people, 'O’Neil@contoso.com').matched).toEqual([3]);
  });

  it('means a user by display name where one alone is called so, and else asks', () => {
    const called = [
      { upn: 'ada@x.io', displayName: 'Ada  Winter' },
      { upn: 'bo@x.io', displayName: 'Bo' },
      { upn: 'bo2@x.io', displayName: 'BO' },
      { upn: 'cy@x.io', displayName: 'Cy', gone: true },
    ];
    expect(find(called, 'ada winter; bo, Cy')).toEqual({
      matched: [0],
      unmatched: [],
      ambiguous: [{ name: 'bo', candidates: [1, 2] }],
    });
  });

  it('means one user once, however often and by whatever name', () => {
    const text = `${guid(1)}, Ada.Winter@contoso.com; ada.winter@contoso.com`;
    expect(find(people, text)).toEqual({ matched: [0], unmatched: [], ambiguous: [] });
  });

  it('means a guest also by the address of the invitation', () => {
    for (const name of ['eve_b@fabrikam.com', 'EVE_B_fabrikam.com#ext#@contoso.onmicrosoft.com']) {
      expect(find(people, name).matched).toEqual([4]);
    }
  });

  it('that fits two users is never guessed', () => {
    expect(find(people, 'sales@contoso.com, ada@contoso.com')).toEqual({
      matched: [],
      unmatched: [],
      ambiguous: [
        { name: 'sales@contoso.com', candidates: [1, 2] },
        { name: 'ada@contoso.com', candidates: [0, 6] },
      ],
    });
  });

  it('does not mean a user who is gone', () => {
    expect(find(people, `gone@contoso.com ${guid(6)}`).unmatched).toEqual([
      'gone@contoso.com',
      guid(6),
    ]);
  });

  it('lists all who share a name, each once and in their order', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => ({
      id: guid(n),
      upn: `user${n}@contoso.com`,
      mail: 'shared@contoso.com',
    }));
    const { ambiguous } = find(many, 'shared@contoso.com');
    expect(ambiguous[0]?.candidates).toEqual(many.map((_, n) => n));
  });
});

const people = fc.array(
  fc.record({
    id: fc.nat({ max: 12 }).map(guid),
    upn: fc.constantFrom('a@x.io', 'B@x.io', 'c@x.io', 'd_y.io#EXT#@x.io', 'e@x.io'),
    mail: fc.constantFrom('', 'a@x.io', 'b@X.io', 'd@y.io', 'f@x.io'),
    gone: fc.boolean(),
  }),
  { maxLength: 8 },
);
const asked = fc.uniqueArray(
  fc.constantFrom(
    ...['a@x.io', 'b@x.io', 'c@x.io', 'd@y.io', 'e@x.io', 'f@x.io', guid(3), guid(9)],
  ),
);

it('is what asking every user for every name finds', () => {
  fc.assert(
    fc.property(people, asked, (list, names) => {
      const fits = ({ id, upn, mail, gone }: Person, name: string): boolean =>
        !gone &&
        ([id, upn, mail].some((own) => own.toLowerCase() === name) ||
          (name === 'd@y.io' && upn.startsWith('d_y.io#')));
      const matched = new Set<number>();
      const expected = { unmatched: [] as string[], ambiguous: [] as unknown[] };
      for (const name of names) {
        const candidates = [...list.keys()].filter((i) => fits(list[i]!, name));
        if (candidates.length === 0) expected.unmatched.push(name);
        else if (candidates.length === 1) matched.add(candidates[0]!);
        else expected.ambiguous.push({ name, candidates });
      }
      const sorted = [...matched].sort((a, b) => a - b);
      expect(find(list, names.join(';'))).toEqual({ matched: sorted, ...expected });
    }),
    { numRuns: 500 },
  );
});
