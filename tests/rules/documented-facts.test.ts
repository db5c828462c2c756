import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import { applicableFacts } from '#rules/applicable-facts.ts';
import { dataServiceOf } from '#rules/data-services.ts';
import { documentedConflicts } from '#rules/documented-conflicts.ts';
import { documentedDependencies } from '#rules/documented-dependencies.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import type { Issue } from '#rules/issue.ts';
import { readLocation } from '#users/usage-location.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';
import { direct, draftOf } from '../plan/by-hand.ts';
import { issuesOf } from './judging.ts';

describe('documented facts', () => {
  it('have ids of their own, a source and a date', () => {
    expect(new Set(documentedFacts.map(({ id }) => id)).size).toBe(documentedFacts.length);
    for (const { source, date } of documentedFacts) {
      expect(source).not.toBe('');
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('block only where the cloud itself was quoted with both service plans', () => {
    const blocking = documentedFacts.filter(({ severity }) => severity === 'blocking');
    expect(blocking.map(({ id }) => id)).toEqual(['documented:requires:SHAREPOINT_PROJECT']);
  });

  it('warn only where Microsoft published what is needed, or that it excludes', () => {
    for (const { id, severity, confidence, source } of documentedFacts) {
      if (severity === 'info') continue;
      expect(confidence, id).not.toBe('low');
      expect(source, id).toMatch(/^(Microsoft |A refusal of Microsoft Graph)/);
    }
  });

  it('judge a customer only if switched on and about it', () => {
    const [first] = documentedFacts;
    const elsewhere = { kind: 'customer', id: 'b' as CustomerId } as const;
    const facts = [first!, { ...first!, enabled: false }, { ...first!, scope: elsewhere }];
    expect(applicableFacts(facts, 'a' as CustomerId)).toEqual([first]);
    expect(applicableFacts(facts, 'b' as CustomerId)).toHaveLength(2);
  });
});

interface ConflictFile {
  readonly groups: readonly {
    readonly members: readonly { readonly id: string; readonly only_in?: string }[];
  }[];
}

interface CatalogRow {
  readonly String_Id: string;
  readonly GUID: string;
  readonly Service_Plan_Name: string;
  readonly Service_Plan_Id: string;
}

describeWithCorpus('documented facts and the published tables', () => {
  const text = (name: string): string => readFileSync(corpusFile(name), 'utf8');
  // read by each test: a skipped suite is still walked through
  const readRows = (): CatalogRow[] =>
    Papa.parse<CatalogRow>(text('product-names-and-service-plans.csv'), {
      header: true,
      skipEmptyLines: true,
    }).data;

  function catalog(): Product[] {
    const products = new Map<string, Product & { servicePlans: object[] }>();
    for (const row of readRows()) {
      const product = products.get(row.GUID) ?? {
        skuId: skuId(row.GUID),
        skuPartNumber: row.String_Id,
        name: null,
        appliesTo: 'User',
        capabilityStatus: 'Enabled',
        units: { enabled: 9, warning: 0, suspended: 0, lockedOut: 0, consumed: 0 },
        servicePlans: [],
        unitsFrom: 'import',
      };
      product.servicePlans.push({
        id: servicePlanId(row.Service_Plan_Id.trim()),
        partName: row.Service_Plan_Name.trim(),
        appliesTo: 'User',
      });
      products.set(row.GUID, product);
    }
    return [...products.values()];
  }

  it('name every pair of the conflict table but those of its old edition', () => {
    const { groups } = JSON.parse(text('conflict-groups.json')) as ConflictFile;
    const published = groups.flatMap(({ members }) => {
      const ids = members.filter((one) => one.only_in !== '2021').map(({ id }) => id);
      return ids.flatMap((id, i) => ids.slice(i + 1).map((other) => [id, other].sort().join()));
    });
    const ours = documentedConflicts.map(({ relation }) =>
      relation.kind === 'excludes' ? [...relation.pair].sort().join() : '',
    );
    expect(ours.sort()).toEqual(published.sort());
  });

  it('name service plans by the ids of the catalog', () => {
    const known = new Map(
      readRows().map((row) => [row.Service_Plan_Id.trim(), row.Service_Plan_Name]),
    );
    for (const { id, relation } of documentedDependencies) {
      if (relation.kind !== 'requiresAnyOf') continue;
      expect(known.get(relation.subject)).toBe(id.split(':')[2]);
      expect(relation.anyOf.filter((plan) => !known.has(plan))).toEqual([]);
    }
  });

  it('let every product of the catalog be assigned alone without a conflict with itself', () => {
    const conflicting = catalog().filter((product) =>
      issuesOf({
        products: [product],
        facts: documentedFacts,
        location: readLocation('DE')!,
        draft: {
          swaps: [],
          usageLocation: null,
          products: [{ skuId: product.skuId, action: 'assign', servicePlans: {} }],
        },
      }).some(({ code }) => code === 'conflict'),
    );
    expect(conflicting).toEqual([]);
  });

  it('warn of nothing that Microsoft sells for use together', () => {
    const products = catalog();
    const named = (part: string): Product => products.find((one) => one.skuPartNumber === part)!;
    const assigning = (part: string, held: string | null): Issue[] =>
      issuesOf({
        products,
        facts: documentedFacts,
        holds: held === null ? [] : [{ skuId: named(held).skuId, paths: [direct()] }],
        location: readLocation('DE')!,
        draft: draftOf({ skuId: named(part).skuId, action: 'assign', servicePlans: {} }),
      });
    const warnings = (held: string, part: string): Issue[] =>
      assigning(part, held).filter(({ severity }) => severity !== 'info');
    for (const suite of ['STANDARDPACK', 'ENTERPRISEPACK', 'SPE_E3', 'SPE_E5']) {
      expect(warnings(suite, 'SPE_F1'), suite).toEqual([]);
    }
    const withoutTeams = ['Office_365_E3_(no_Teams)', 'Microsoft_365_E3_(no_Teams)'];
    for (const suite of [...withoutTeams, 'Microsoft_365_E5_(no_Teams)']) {
      expect(warnings(suite, 'Microsoft_Teams_Enterprise_New'), suite).toEqual([]);
      expect(warnings('Microsoft_Teams_Enterprise_New', suite), suite).toEqual([]);
    }
    expect(warnings('ENTERPRISEPACK_GOV', 'EMS_GOV')).toEqual([]);
    expect(assigning('Microsoft_Teams_Rooms_Basic', null)).toEqual([]);
  });

  it('find the service plans that keep data', () => {
    const names = (service: string): string[] =>
      [...new Set(readRows().map((row) => row.Service_Plan_Name.trim()))]
        .filter((name) => dataServiceOf(name) === service)
        .sort();
    expect(names('exchange')).toEqual([
      'EXCHANGE_B_STANDARD',
      'EXCHANGE_L_STANDARD',
      'EXCHANGE_S_DESKLESS',
      'EXCHANGE_S_DESKLESS_GOV',
      'EXCHANGE_S_ENTERPRISE',
      'EXCHANGE_S_ENTERPRISE_GOV',
      'EXCHANGE_S_ESSENTIALS',
      'EXCHANGE_S_STANDARD',
      'EXCHANGE_S_STANDARD_GOV',
      'EXCHANGE_S_STANDARD_MIDMARKET',
    ]);
    expect(names('teams')).toEqual([
      'MCO_TEAMS_IW',
      'TEAMS1',
      'TEAMS_AR_DOD',
      'TEAMS_AR_GCCHIGH',
      'TEAMS_DESKLESS',
      'TEAMS_FREE',
      'TEAMS_FREE_SERVICE',
      'TEAMS_GOV',
      'TeamsEss',
    ]);
    const storage = names('sharepoint');
    expect(storage).toContain('ONEDRIVE_BASIC');
    expect(storage).toContain('SHAREPOINTDESKLESS');
    expect(storage.filter((name) => /WAC|STORAGE|PROJECT|MULTIGEO/.test(name))).toEqual([]);
  });
});
