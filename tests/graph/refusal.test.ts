import { readFileSync } from 'node:fs';
import { expect, describe, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { learnedFact, readRefusal } from '#graph/refusal.ts';
import { corpusFile, describeWithCorpus, hasCorpus } from '../corpus.ts';
import { planGuid, skuGuid, tenantGuid } from './guids.ts';

const C = 'c' as CustomerId;
const [A, B, D] = [planGuid(1), planGuid(2), planGuid(3)];
const exclusive = (...plans: string[]): string =>
  `License assignment failed because service plans ${plans.join(',')} are mutually exclusive`;
const depends = (plan: string, ...on: string[]): string =>
  `License assignment failed because service plan ${plan} depends on the service plan(s) ${on.join(', ')}`;

describe('reading a refusal', () => {
  it('takes both service plans of a conflict, in lower case', () => {
    const text = exclusive(A.toUpperCase(), B);
    expect(readRefusal(text)).toEqual({ kind: 'conflict', servicePlanIds: [A, B], raw: text });
  });

  it('tells the dependent service plan from those it needs', () => {
    const text = depends(A, B, D);
    const requiresAnyOf = [B, D];
    const expected = { kind: 'dependency', servicePlanId: A, requiresAnyOf, raw: text };
    expect(readRefusal(text)).toEqual(expected);
  });

  it('takes the product, not the tenant, of a shortage', () => {
    const text = `Subscription with Account ${tenantGuid(1)} and SKU ${skuGuid(2)} does not have any available licenses left.`;
    expect(readRefusal(text)).toEqual({ kind: 'count', skuId: skuGuid(2), raw: text });
  });

  it('keeps a text in other words, GUIDs or not', () => {
    const text = `Etwas anderes: ${A}, ${B}`;
    expect(readRefusal(text)).toEqual({ kind: 'unknown', raw: text });
    expect(readRefusal('')).toEqual({ kind: 'unknown', raw: '' });
  });
});

describe('what a refusal teaches', () => {
  const learn = (text: string) => learnedFact(readRefusal(text), C, '2026-11-12');

  it('blocks at the customer where it was learned, with the day', () => {
    expect(learn(depends(A, B))).toMatchObject({
      relation: { kind: 'requiresAnyOf', subject: A, anyOf: [B] },
      ...{ severity: 'blocking', origin: 'learned', date: '2026-11-12' },
      scope: { kind: 'customer', id: C },
      source: depends(A, B),
    });
  });

  it('is one lesson, in whatever order the cloud names the service plans', () => {
    expect(learn(exclusive(B, A))?.id).toBe(learn(exclusive(A, B))?.id);
    expect(learn(depends(A, D, B))?.id).toBe(learn(depends(A, B, D))?.id);
    expect(learn(depends(A, B))?.id).not.toBe(learn(depends(B, A))?.id);
  });

  it('is nothing where the text does not say which two, or says no GUID', () => {
    expect(learn(exclusive(A, B, D))).toBeNull();
    expect(learn('Conflicting Service Plans: A, B cannot be assigned at the same time')).toBeNull();
    expect(learn('No license changes provided')).toBeNull();
  });
});

interface KnownText {
  readonly kind: string;
  readonly message?: string | null;
}

describeWithCorpus('the refusals that were published', () => {
  const texts = hasCorpus
    ? readFileSync(corpusFile('error-messages.json'), 'utf8')
    : '{"errors":[]}';
  const { errors } = JSON.parse(texts) as { readonly errors: readonly KnownText[] };
  const guids = [A, B, D];

  it.each(errors.flatMap(({ kind, message }) => (message ? [{ kind, message }] : [])))(
    '$kind: $message',
    ({ kind, message }) => {
      let next = 0;
      const filled = message.replace(/[<[]guid[>\]]/g, () => guids[next++] ?? '');
      const refusal = readRefusal(filled.replace('<tenant>', tenantGuid(1)));
      expect(refusal.kind).toBe(kind.replace(/\(.*/, ''));
      if (next === 0) return;
      if (refusal.kind === 'conflict') expect(refusal.servicePlanIds).toEqual([A, B]);
      else if (refusal.kind === 'dependency')
        expect([refusal.servicePlanId, ...refusal.requiresAnyOf]).toEqual([A, B, D]);
      else expect(refusal).toMatchObject({ skuId: A });
    },
  );
});
