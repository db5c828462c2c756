import { describe, expect, it } from 'vitest';
import { namedSkuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Draft } from '#plan/draft.ts';
import type { Issue } from '#rules/issue.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, readLocation } from '#users/usage-location.ts';
import {
  byGroup,
  direct,
  draftOf,
  fact,
  holds,
  line,
  planId,
  product,
  servicePlan,
  sku,
  unexplained,
} from '../plan/by-hand.ts';
import { issuesOf } from './judging.ts';

const DE = readLocation('DE') ?? LOCATION_NONE;

/** A small world: A and B are suites, C an add-on, D a product of which no source listed the parts. */
const products = [
  product('a', 9, ['mail', 'files', servicePlan('tenantwide', 'Company')]),
  product('b', 9, ['mail', 'chat']),
  product('c', 9, ['phone']),
  product('d', 9, null),
];

const issues = (
  draft: Draft,
  held: LicenseSet = [],
  facts: readonly RuleFact[] = [],
  location = DE,
): Issue[] => issuesOf({ products, facts, holds: held, location, draft });

const codes = (...question: Parameters<typeof issues>): string[] =>
  issues(...question).map(({ code }) => code);

const assign = (letter: string) => draftOf(line('assign', letter));
const revoke = (letter: string) => draftOf(line('revoke', letter));

describe('usage location', () => {
  it('must be there to get a license or to have one edited, not to lose one', () => {
    const held = [holds('a')];
    expect(codes(assign('c'), [], [], LOCATION_NONE)).toEqual(['usageLocationMissing']);
    const edit = draftOf(line('leave', 'a', { files: 'off' }));
    expect(codes(edit, held, [], LOCATION_NONE)).toEqual(['usageLocationMissing']);
    expect(codes(revoke('a'), held, [], LOCATION_NONE)).toEqual([]);
    expect(codes(assign('a'), held, [], LOCATION_NONE)).toEqual([]);
  });

  it('is only a warning while no source said whether there is one', () => {
    expect(issues(assign('c'), [], [], LOCATION_UNKNOWN)).toEqual([
      { code: 'usageLocationUnknown', severity: 'warning' },
    ]);
  });

  const plan = (name: string, location = 'DE') =>
    fact({
      kind: 'prohibitedIn',
      subject: { kind: 'servicePlan', id: planId(name) },
      location,
    });

  it('can prohibit a service plan or a whole product', () => {
    expect(issues(assign('a'), [], [plan('mail')])).toMatchObject([
      { code: 'usageLocationProhibited', skuId: sku('a'), servicePlanId: planId('mail') },
    ]);
    const whole = fact(
      { kind: 'prohibitedIn', subject: { kind: 'product', id: sku('d') }, location: 'DE' },
      'blocking',
    );
    expect(issues(assign('d'), [], [whole])).toContainEqual({
      code: 'usageLocationProhibited',
      severity: 'blocking',
      skuId: sku('d'),
      servicePlanId: null,
      location: 'DE',
      factId: whole.id,
    });
  });

  it('says nothing elsewhere, nor of what is off or was there before', () => {
    expect(codes(assign('a'), [], [plan('mail', 'FR')])).toEqual([]);
    expect(codes(draftOf(line('assign', 'a', { mail: 'off' })), [], [plan('mail')])).toEqual([]);
    expect(codes(assign('c'), [holds('a')], [plan('mail')])).toEqual([]);
  });

  it('is judged as it will be: setting it can prohibit what is held', () => {
    const draft = { ...draftOf(), usageLocation: 'DE' };
    expect(codes(draft, [holds('a')], [plan('mail')], LOCATION_NONE)).toEqual([
      'usageLocationProhibited',
    ]);
  });
});

describe('a product that cannot be assigned', () => {
  const reasonOf = (more: Parameters<typeof product>[3], held: LicenseSet = []): unknown =>
    issuesOf({
      products: [product('a', 9, [], more)],
      holds: held,
      location: DE,
      draft: held.length > 0 ? revoke('a') : assign('a'),
    }).map((issue) => (issue.code === 'notAssignable' ? issue.reason : issue.code));

  it.each([
    [{ appliesTo: 'Company' }, 'company'],
    [{ capabilityStatus: 'Suspended' }, 'suspended'],
    [{ capabilityStatus: 'LockedOut' }, 'lockedOut'],
    [{ capabilityStatus: 'Deleted' }, 'deleted'],
    [{ skuPartNumber: 'VISIO_PLAN2_DEPT' }, 'selfService'],
  ] as const)('is blocked, but can be revoked: %o', (more, reason) => {
    expect(reasonOf(more)).toEqual([reason]);
    expect(reasonOf(more, [holds('a')])).toEqual([]);
  });

  it('is not one in grace', () => {
    expect(reasonOf({ capabilityStatus: 'Warning' })).toEqual([]);
  });

  it('is one that a file only names; it can neither be given nor taken', () => {
    const named = namedSkuId('Odd name');
    const draft = (action: 'assign' | 'revoke'): Draft =>
      draftOf({ skuId: named, action, servicePlans: {} });
    const held = [{ skuId: named, paths: [unexplained()] }];
    expect(codes(draft('assign'))).toEqual(['notAssignable']);
    expect(codes(draft('revoke'), held)).toEqual(['notAssignable', 'maybeInherited']);
  });
});

describe('a dependency', () => {
  const needs = fact({
    kind: 'requiresAnyOf',
    subject: planId('phone'),
    anyOf: [planId('chat'), planId('files')],
  });

  it('fires on assigning without any of what is needed', () => {
    expect(issues(assign('c'), [], [needs])).toEqual([
      {
        code: 'dependency',
        severity: 'warning',
        skuId: sku('c'),
        servicePlanId: planId('phone'),
        requiresAnyOf: [planId('chat'), planId('files')],
        factId: needs.id,
      },
    ]);
  });

  it('is met by any one, of any product, by any path, and in the same Save', () => {
    expect(codes(assign('c'), [holds('a')], [needs])).toEqual([]);
    expect(codes(assign('c'), [holds('b', byGroup())], [needs])).toEqual([]);
    expect(codes(draftOf(line('assign', 'c'), line('assign', 'b')), [], [needs])).toEqual([]);
  });

  it('fires on revoking the base, and on switching it off', () => {
    const held = [holds('a', direct()), holds('c', byGroup())];
    expect(codes(revoke('a'), held, [needs])).toEqual(['dependency']);
    expect(codes(draftOf(line('leave', 'a', { files: 'off' })), held, [needs])).toEqual([
      'dependency',
    ]);
    expect(codes(draftOf(line('leave', 'a', { mail: 'off' })), held, [needs])).toEqual([]);
  });

  it('fires when the one base is revoked and has been off in the other', () => {
    const held = [holds('a', direct(['files'])), holds('b'), holds('c')];
    expect(codes(revoke('b'), held, [needs])).toEqual(['dependency']);
  });

  it('says nothing of what was missing before', () => {
    const off = draftOf(line('assign', 'a', { files: 'off' }));
    expect(codes(off, [holds('c')], [needs])).toEqual([]);
  });

  it('counts as met where no source said what is on', () => {
    expect(codes(assign('c'), [holds('a', unexplained(null))], [needs])).toEqual([]);
    expect(codes(assign('c'), [holds('d')], [needs])).toEqual([]);
  });
});

describe('a conflict', () => {
  const excludes = fact({ kind: 'excludes', pair: [planId('chat'), planId('files')] });

  it('names both service plans and both products, once, whichever is assigned', () => {
    const said = [
      {
        code: 'conflict',
        severity: 'warning',
        servicePlanIds: [planId('chat'), planId('files')],
        skuIds: [sku('b'), sku('a')],
        factId: excludes.id,
      },
    ];
    expect(issues(assign('b'), [holds('a')], [excludes])).toEqual(said);
    expect(issues(assign('a'), [holds('b', byGroup())], [excludes])).toEqual(said);
    const both = draftOf(line('assign', 'a'), line('assign', 'b'));
    expect(issues(both, [], [excludes])).toEqual(said);
  });

  it('fires on switching a service plan on', () => {
    const held = [holds('a', direct(['files'])), holds('b')];
    expect(codes(draftOf(line('leave', 'a', { files: 'on' })), held, [excludes])).toEqual([
      'conflict',
    ]);
  });

  it('is none when the other goes in the same Save, is off, or was there before', () => {
    const swap = draftOf(line('revoke', 'a'), line('assign', 'b'));
    expect(codes(swap, [holds('a')], [excludes])).toEqual([]);
    const off = draftOf(line('assign', 'b', { chat: 'off' }));
    expect(codes(off, [holds('a')], [excludes])).toEqual([]);
    expect(codes(assign('c'), [holds('a'), holds('b')], [excludes])).toEqual([]);
  });

  it('is never within one product', () => {
    const within = fact({ kind: 'excludes', pair: [planId('mail'), planId('files')] });
    expect(codes(assign('a'), [], [within])).toEqual([]);
  });
});

describe('what a group gives', () => {
  const effectsOf = (draft: Draft, held: LicenseSet): unknown[] =>
    issues(draft, held).map((issue) => (issue.code === 'inherited' ? issue.effect : issue.code));

  it('is locked', () => {
    expect(issues(revoke('c'), [holds('c', byGroup('sales'), byGroup('all'))])).toEqual([
      {
        code: 'inherited',
        severity: 'info',
        skuId: sku('c'),
        groupIds: ['all', 'sales'],
        effect: 'locked',
      },
    ]);
  });

  it('stays when the direct copy goes', () => {
    expect(effectsOf(revoke('c'), [holds('c', direct(), byGroup())])).toEqual(['losesDirectOnly']);
  });

  it('keeps its service plans on, whatever the direct copy says', () => {
    const off = draftOf(line('leave', 'a', { files: 'off' }));
    expect(effectsOf(off, [holds('a', byGroup())])).toEqual(['servicePlansLocked']);
    expect(effectsOf(off, [holds('a', direct(), byGroup())])).toEqual(['servicePlansLocked']);
    expect(effectsOf(off, [holds('a', direct(), byGroup('g', ['files']))])).toEqual([]);
    expect(effectsOf(off, [holds('a', byGroup('g', ['files']))])).toEqual([]);
  });

  it('says nothing when the product is only assigned', () => {
    expect(effectsOf(assign('a'), [holds('a', byGroup())])).toEqual([]);
  });
});

describe('what no source said', () => {
  it('warns that an unexplained license may be inherited', () => {
    expect(codes(revoke('c'), [holds('c', unexplained())])).toEqual(['maybeInherited']);
    expect(codes(assign('c'), [holds('c', unexplained())])).toEqual([]);
  });

  it('keeps service plans from being switched', () => {
    const off = draftOf(line('leave', 'a', { files: 'off' }));
    expect(codes(off, [holds('a', direct(null))])).toEqual(['servicePlansUnknown']);
    expect(codes(draftOf(line('assign', 'd', { files: 'off' })))).toEqual(['servicePlansUnknown']);
    expect(codes(draftOf(line('leave', 'd', { files: 'off' })))).toEqual([]);
  });

  it('keeps nobody from having all of them on', () => {
    const asked = (to: 'on' | 'off') => draftOf(line('leave', 'd', { files: to }));
    expect(codes(asked('on'), [holds('d', direct())])).toEqual([]);
    expect(codes(asked('off'), [holds('d', direct())])).toEqual(['servicePlansUnknown']);
    expect(codes(asked('on'), [holds('d', direct(['files']))])).toEqual(['servicePlansUnknown']);
    expect(codes(asked('on'), [holds('d', direct(null))])).toEqual(['servicePlansUnknown']);
  });

  it('marks an assignment as unchecked', () => {
    expect(codes(assign('d'))).toEqual(['unchecked']);
    const unitsUnknown = [product('a', null, ['mail'])];
    expect(issuesOf({ products: unitsUnknown, location: DE, draft: assign('a') })).toEqual([
      { code: 'unchecked', severity: 'warning', skuId: sku('a') },
    ]);
  });
});

it('never switches a service plan that acts for the whole tenant, or of another product', () => {
  const draft = draftOf(line('leave', 'a', { tenantwide: 'off', chat: 'off' }));
  expect(codes(draft, [holds('a', direct(null))])).toEqual([]);
});
