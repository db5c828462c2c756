import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { catalog } from '#licenses/catalog.ts';
import { readGuid } from '#licenses/ids.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';

/** Names of ours that are none of Microsoft's: all of its spellings are shouted or no name at all. */
const CORRECTED = new Map([
  ['ONEDRIVEENTERPRISE', 'OneDrive for Business (Plan 2)'],
  ['Teams_Room_Basic', 'Teams Room Basic'],
  ['Teams_Room_Pro', 'Teams Room Pro'],
  ['Intune_Defender', 'Microsoft Defender for Endpoint security management'],
]);

interface Listed {
  readonly names: Set<string>;
  readonly partNumbers: Set<string>;
  readonly plans: Set<string>;
}

/** A cell as it is meant: the file has NBSP, tabs and blanks at ends, and one stray parenthesis. */
const clean = (cell: string): string => cell.replace(/\s+/g, ' ').trim();
const loose = (name: string): string => clean(name).replace('–', '-').toLowerCase();

function cells(line: string): string[] {
  const found = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell);
  return found.slice(0, 6).map((cell) => clean(cell.replace(/^"|"$/g, '').replace(/""/g, '"')));
}

function readList(): { products: Map<string, Listed>; planNames: Map<string, Set<string>> } {
  const products = new Map<string, Listed>();
  const planNames = new Map<string, Set<string>>();
  const file = readFileSync(corpusFile('product-names-and-service-plans.csv'), 'utf8');
  for (const line of file.split(/\r?\n/).slice(1)) {
    const [name = '', partNumber = '', guid = '', planPart = '', plan = '', planName = ''] =
      cells(line);
    const id = readGuid(guid);
    const planId = readGuid(plan);
    if (id === null || planId === null) continue;
    const listed = products.get(id) ?? {
      names: new Set(),
      partNumbers: new Set(),
      plans: new Set(),
    };
    products.set(id, listed);
    listed.names.add(name);
    listed.partNumbers.add(partNumber);
    listed.plans.add(planId);
    planNames.set(planId, (planNames.get(planId) ?? new Set()).add(loose(planName)));
    planNames.get(planId)?.add(`part:${planPart}`);
  }
  return { products, planNames };
}

describeWithCorpus('the built-in catalog', () => {
  let products: Map<string, Listed>;
  let planNames: Map<string, Set<string>>;
  // not while tests are collected: that happens without the file too
  beforeAll(() => {
    ({ products, planNames } = readList());
  });

  it('says of every product what Microsoft says', () => {
    expect(catalog.products.size).toBeGreaterThan(60);
    for (const { skuId, skuPartNumber, name, servicePlans } of catalog.products.values()) {
      const listed = products.get(skuId);
      expect([skuId, listed?.names.has(name)]).toEqual([skuId, true]);
      expect([skuId, listed?.partNumbers.has(skuPartNumber)]).toEqual([skuId, true]);
      expect(servicePlans.map(({ id }) => id).sort()).toEqual([...(listed?.plans ?? [])].sort());
    }
  });

  it('calls every service plan by one of its names, but for a few that have no good one', () => {
    for (const { id, partName } of [...catalog.products.values()].flatMap((p) => p.servicePlans)) {
      const name = catalog.servicePlanNames.get(id) ?? '';
      const spelled = planNames.get(id) ?? new Set();
      expect([partName, spelled.has(`part:${partName}`)]).toEqual([partName, true]);
      const original = name.endsWith(' (retired)') ? `RETIRED - ${name.slice(0, -10)}` : name;
      const known = spelled.has(loose(original)) || CORRECTED.get(partName) === name;
      expect([partName, name, known]).toEqual([partName, name, true]);
    }
  });
});

it('knows which service plans act for the whole tenant', () => {
  const plans = [...catalog.products.values()].flatMap((product) => product.servicePlans);
  const company = plans.filter(({ appliesTo }) => appliesTo === 'Company');
  expect([...new Set(company.map(({ partName }) => partName))].sort()).toEqual([
    'ATP_ENTERPRISE',
    'Content_Explorer',
    'EXCHANGE_S_FOUNDATION',
    'INTUNE_O365',
    'MICROSOFT_SEARCH',
    'Nucleus',
    'SHAREPOINTSTORAGE',
  ]);
});

it('has each id and each part number once', () => {
  const parts = [...catalog.products.values()].map(({ skuPartNumber }) => skuPartNumber);
  expect(new Set(parts).size).toBe(parts.length);
  for (const { servicePlans } of catalog.products.values()) {
    expect(new Set(servicePlans).size).toBe(servicePlans.length);
  }
  const names = [...catalog.servicePlanNames.values()];
  expect(names.filter((name) => name === '')).toEqual([]);
});
