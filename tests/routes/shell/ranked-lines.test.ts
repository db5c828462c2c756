import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankedLines, type Line, type LineKind } from '#routes/shell/palette/ranked-lines.ts';

const line = (label: string, kind: LineKind = 'customer', detail = ''): Line => ({
  key: `${kind}:${label}`,
  kind,
  label,
  detail,
  icon: 'building',
  target: '/',
});
const labels = (lines: readonly Line[]): string[] => lines.map(({ label }) => label);

const lines = [
  line('Paste a list', 'action', 'Fabrikam'),
  line('Fabrikam', 'customer', 'fabrikam.example'),
  line('North Fabrics'),
  line('Prefab Homes'),
  line('法布里康'),
];

describe('what is typed', () => {
  it('finds names that begin with it, then words that do, then what holds it', () => {
    const found = labels(rankedLines(lines, ' FAB ', []));
    expect(found).toEqual(['Fabrikam', 'North Fabrics', 'Prefab Homes', 'Paste a list']);
  });

  it('finds all its words in any order, and text without spaces', () => {
    expect(labels(rankedLines(lines, 'fab nor', []))).toEqual(['North Fabrics']);
    expect(labels(rankedLines(lines, '布里', []))).toEqual(['法布里康']);
    expect(rankedLines(lines, 'north homes', [])).toEqual([]);
  });

  it('keeps users whom the worker found by something that is not shown, after all others', () => {
    const users = [line('Kim Lee', 'user', 'kim@x.example'), line('Sales', 'screen')];
    expect(labels(rankedLines(users, 'sal', []))).toEqual(['Sales', 'Kim Lee']);
  });
});

describe('what was used last', () => {
  it('stands first while nothing is typed, the newest before the others', () => {
    const used = ['customer:Prefab Homes', 'gone', 'customer:Fabrikam'];
    expect(labels(rankedLines(lines, '', used)).slice(0, 3)).toEqual([
      'Prefab Homes',
      'Fabrikam',
      'Paste a list',
    ]);
  });

  it('never adds or drops a line, and stands before no better one', () => {
    const keys = lines.map(({ key }) => key);
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom('', 'fab', 'a', 'fabrikam'), (used, text) => {
        const ranked = rankedLines(lines, text, used);
        const plain = rankedLines(lines, text, []);
        expect(new Set(ranked)).toEqual(new Set(plain));
        if (text === 'fab') expect(ranked[0]?.label).toBe('Fabrikam');
      }),
    );
  });
});
