import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { catalog } from '#licenses/catalog.ts';
import { readGuid } from '#licenses/ids.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';

/** Names of ours that are none of Microsoft's: all of its spellings are shouted, cut off or no name at all. */
const CORRECTED = new Map([
  ['CRMSTANDARD', 'Microsoft Dynamics CRM Online Professional'],
  ['MCOSTANDARD_MIDMARKET', 'Skype for Business Online (Plan 2) for Midsize'],
  ['SHAREPOINTLITE', 'SharePoint Lite'],
  ['SHAREPOINT_S_DEVELOPER', 'SharePoint for Developer'],
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

  it('has every product, and says of it what Microsoft says', () => {
    expect([...catalog.products.keys()].sort()).toEqual([...products.keys()].sort());
    for (const product of catalog.products.values()) {
      const { skuId, skuPartNumber, name, otherNames, servicePlans } = product;
      const listed = products.get(skuId);
      expect([name, ...otherNames].sort()).toEqual([...(listed?.names ?? [])].sort());
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

it.each([
  ['Microsoft_365_E3_(no_Teams)', 'Microsoft 365 E3 (no Teams)'],
  ['Microsoft_365_Copilot', 'Microsoft Copilot for Microsoft 365'],
  ['M365EDU_A3_FACULTY', 'Microsoft 365 A3 for Faculty'],
  ['M365_G3_GOV', 'Microsoft 365 G3 GCC'],
  ['M365_F1_COMM', 'Microsoft 365 F1'],
  ['CPC_E_2C_8GB_128GB', 'Windows 365 Enterprise 2 vCPU 8 GB 128 GB'],
  ['DYN365_ENTERPRISE_SALES', 'Dynamics 365 for Sales Enterprise Edition'],
])('knows %s', (partNumber, name) => {
  const products = [...catalog.products.values()];
  const found = products.find(({ skuPartNumber }) => skuPartNumber === partNumber);
  expect([found?.name, (found?.servicePlans.length ?? 0) > 0]).toEqual([name, true]);
});

it('has each part number once, but for one that Microsoft gave to two products', () => {
  const parts = [...catalog.products.values()].map(({ skuPartNumber }) => skuPartNumber);
  expect(parts.filter((part, index) => parts.indexOf(part) !== index)).toEqual(['MCOPSTN5']);
  for (const { servicePlans } of catalog.products.values()) {
    expect(new Set(servicePlans).size).toBe(servicePlans.length);
  }
  const names = [...catalog.servicePlanNames.values()];
  expect(names.filter((name) => name === '')).toEqual([]);
});
