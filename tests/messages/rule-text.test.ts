import { describe, expect, it } from 'vitest';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import { ruleText } from '#messages/rule-text.ts';
import type { Relation } from '#rules/rule-fact.ts';
import { languages } from './texts.ts';

const [a, b, c] = [servicePlanId('a'), servicePlanId('b'), servicePlanId('c')];
const product = skuId('p');
const relations: readonly Relation[] = [
  { kind: 'requiresAnyOf', subject: a, anyOf: [b] },
  { kind: 'requiresAnyOf', subject: a, anyOf: [b, c] },
  { kind: 'excludes', pair: [a, b] },
  { kind: 'prohibitedIn', subject: { kind: 'servicePlan', id: a }, location: 'AQ' },
  { kind: 'prohibitedIn', subject: { kind: 'product', id: product }, location: 'AQ' },
];
const names: Readonly<Record<string, string>> = { a: 'Ada', b: 'Bob', c: 'Cyd', p: 'Pro' };

const textsIn = (m: (typeof languages)[string]): string[] =>
  relations.map((relation) =>
    ruleText(relation, { m, nameOf: (id) => names[id] ?? id, country: (l) => `<${l}>` }),
  );

it('rules are said in plain English', () => {
  expect(textsIn(languages['en']!)).toEqual([
    'Ada needs Bob.',
    'Ada needs one of: Bob, Cyd.',
    'Ada and Bob cannot be on at the same time.',
    'Ada may not be used in <AQ>.',
    'Pro may not be assigned in <AQ>.',
  ]);
});

describe.each(Object.entries(languages))('rules in %s', (_locale, m) => {
  it('are told apart and name all that they are about', () => {
    const texts = textsIn(m);
    expect(new Set(texts).size).toBe(relations.length);
    const mentions = [
      ['Ada', 'Bob'],
      ['Ada', 'Bob', 'Cyd'],
      ['Ada', 'Bob'],
      ['Ada', 'AQ'],
      ['Pro', 'AQ'],
    ];
    texts.forEach((text, i) => {
      for (const name of mentions[i] ?? []) expect(text).toContain(name);
    });
  });
});
