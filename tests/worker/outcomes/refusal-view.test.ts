import { outcomeTexts } from '#messages/outcome-text.ts';
import { locationLetters } from '#users/usage-location.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { OutcomeRow } from '#worker/outcomes/outcome-types.ts';
import { explainRefusal } from '#worker/outcomes/refusal-view.ts';
import { corpusFile, describeWithCorpus, hasCorpus } from '../../corpus.ts';
import { planGuid, skuGuid, tenantGuid } from '../../graph/guids.ts';
import { languages } from '../../messages/texts.ts';

const SKUS = [1, 2, 3].map((n) => skuId(skuGuid(n)));
const [A, B, C] = SKUS as [(typeof SKUS)[0], (typeof SKUS)[0], (typeof SKUS)[0]];
/** One that Microsoft gives to something else: it is shown as it came. */
const CODE = 'Request_ResourceNotFound';
const PLANS = [1, 2, 3].map((n) => servicePlanId(planGuid(n)));

/** Each of three products has one service plan. */
const products = new Map(
  SKUS.map((id, n): [typeof id, Product] => [
    id,
    {
      skuId: id,
      skuPartNumber: `PART_${n}`,
      name: null,
      appliesTo: 'User',
      capabilityStatus: 'Enabled',
      units: null,
      unitsFrom: null,
      servicePlans: [{ id: PLANS[n]!, partName: `PLAN_${n}`, appliesTo: 'User' }],
    },
  ]),
);

const holding = (...skus: readonly (typeof A)[]): LicenseSet =>
  skus.map((id) => ({
    skuId: id,
    paths: [{ via: { kind: 'direct' }, disabledPlans: [], state: null, error: null }],
  }));

const explain = (raw: string, before = holding(A), wanted = holding(A, B)) =>
  explainRefusal(
    {
      customerId: 'c' as CustomerId,
      raw,
      code: CODE,
      requestId: 'request-1',
      before,
      wanted,
    },
    products,
  );

/** What a person reads of it, in a language. */
function said(raw: string, language: string): string[] {
  const m = languages[language]!;
  const row = {
    outcome: 'rejected',
    sent: [],
    locationSet: false,
    drifts: [],
    refusal: explain(raw).view,
  } as unknown as OutcomeRow;
  const names = {
    products: Object.fromEntries(SKUS.map((id, n) => [id, `Product ${n}`])),
    servicePlans: Object.fromEntries(PLANS.map((id, n) => [id, `Part ${n}`])),
    groups: {},
  };
  return outcomeTexts(row, { m, names, country: (letters) => letters }, locationLetters);
}

interface KnownText {
  readonly message?: string | null;
  readonly description?: string;
}

describeWithCorpus('every refusal that was published', () => {
  const texts = hasCorpus
    ? readFileSync(corpusFile('error-messages.json'), 'utf8')
    : '{"errors":[]}';
  const { errors } = JSON.parse(texts) as { readonly errors: readonly KnownText[] };
  const messages = errors.flatMap(({ message }) => (message ? [message] : []));

  it('is more than twenty texts', () => {
    expect(messages.length).toBeGreaterThan(18);
  });

  it.each(messages)('%s is said in plain words, and kept as it came', (message) => {
    let next = 1;
    const raw = message
      .replace('<tenant>', tenantGuid(1))
      .replace(/[<[]guid[>\]]/g, () => (message.includes('plan') ? planGuid : skuGuid)(next++));
    const { view } = explain(raw);
    expect(view.raw).toBe(raw);
    expect(view.requestId).toBe('request-1');
    expect(view.kind).not.toBe('unknown');
    for (const language of Object.keys(languages)) {
      const [reason, ...more] = said(raw, language);
      expect(more).toEqual([]);
      expect(reason).not.toBe(languages[language]!.sync.refusal.unknown);
      expect(reason).toMatch(language === 'en' ? /^[A-Z].*\.$/ : /\p{Script=Han}.*。$/u);
    }
  });
});

describe('a refusal', () => {
  it('names the products of the service plans in it, and lets the rest be', () => {
    const raw = `License assignment failed because service plans ${planGuid(1)},${planGuid(2)} are mutually exclusive`;
    const { view, causes } = explain(raw, [], holding(A, B, C));
    expect(view).toMatchObject({ code: CODE, issue: { code: 'conflict' } });
    expect([...causes]).toEqual([A, B]);
  });

  it('names what is taken away where something that stays needs it', () => {
    const raw = `License assignment failed because service plan ${planGuid(2)} depends on the service plan(s) ${planGuid(1)}`;
    const { causes } = explain(raw, holding(A, B), holding(B));
    expect([...causes].sort()).toEqual([A, B]);
  });

  it.each([
    ['a product', `Für ${skuGuid(2)} wurde etwas anderes gesagt.`],
    ['a service plan', `サービス プラン ${planGuid(2).toUpperCase()} は使用できません。`],
  ])('in words that nobody knows still names %s by its GUID, and stays readable', (_what, raw) => {
    const { view, causes } = explain(raw);
    expect(view).toMatchObject({ kind: 'unknown', issue: null, raw });
    expect([...causes]).toEqual([B]);
    expect(said(raw, 'en')).toEqual([languages['en']!.sync.refusal.unknown]);
  });

  it('that names nothing blames nothing', () => {
    expect(explain(`Nobody knows ${tenantGuid(3)}.`).causes.size).toBe(0);
    expect(explain('').view).toMatchObject({ kind: 'unknown', raw: '' });
  });

  it('of a user who is gone says so', () => {
    const raw = `Resource '${tenantGuid(4)}' does not exist or one of its queried reference-property objects are not present.`;
    expect(explain(raw).view).toMatchObject({ kind: 'userGone', code: CODE });
  });
});
