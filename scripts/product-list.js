#!/usr/bin/env node
// Makes src/licenses/product-list.json from Microsoft's "Product names and service plan identifiers for
// licensing", when Microsoft has a newer one:
//   node scripts/product-list.js file.csv 2026-07-29     the file, and the day of its download
//
// The list has a row per product and service plan, and these quirks, which are handled here:
// - Blanks of all kinds around and inside cells, and a stray parenthesis at an end: cells are cleaned.
// - GUIDs in capitals; rows twice, or more often: each product and each of its service plans counts once.
// - Several names for one product, the older ones among them: all are kept, the most used first, those
//   of a brand that is gone (`OLD_BRANDS`) last.
// - Several names for one service plan, some shouted, some only the part name, some of a neighbouring row:
//   the most used of those that are words is taken; "RETIRED - X" becomes "X (retired)".
// - A shouted name, where there is no other, is written in ordinary letters.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';

const SOURCE =
  'https://download.microsoft.com/download/e/3/e/e3e9faf2-f28b-490a-9ada-c6089a1fc5b0/Product%20names%20and%20service%20plan%20identifiers%20for%20licensing.csv';
const TARGET = resolve(import.meta.dirname, '../src/licenses/product-list.json');
const HEADER =
  'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OLD_BRANDS = /^(Azure Active Directory|Power Virtual Agent)/;

/** Names of service plans where every spelling in the list is shouted, cut off or no name at all, by part name. */
const NAMES = new Map([
  ['CRMSTANDARD', 'Microsoft Dynamics CRM Online Professional'],
  ['MCOSTANDARD_MIDMARKET', 'Skype for Business Online (Plan 2) for Midsize'],
  ['SHAREPOINTLITE', 'SharePoint Lite'],
  ['SHAREPOINT_S_DEVELOPER', 'SharePoint for Developer'],
  ['Intune_Defender', 'Microsoft Defender for Endpoint security management'],
  ['ONEDRIVEENTERPRISE', 'OneDrive for Business (Plan 2)'],
  ['Teams_Room_Basic', 'Teams Room Basic'],
  ['Teams_Room_Pro', 'Teams Room Pro'],
]);
const CAPITALS = new Set('AI API CDS CRM EDU GCC HR IOT IT P1 P2 POP RPA SKU SMB USL'.split(' '));

/** @typedef {Map<string, number>} Counted how often each text stands in the list */
/** @typedef {{ names: Counted, parts: Counted, plans: Set<string> }} Entry */

/** @param {string} cell */
const clean = (cell) => {
  const text = cell.replace(/[\s\u00a0\u200b]+/g, ' ').trim();
  return text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text;
};

/** @param {Counted} counted @param {string} text */
const count = (counted, text) => counted.set(text, (counted.get(text) ?? 0) + 1);

/** @param {string} name */
const isOld = (name) => Number(OLD_BRANDS.test(name));

/** Most used first, old brands last; of those used alike the one that comes first in the list. @param {Counted} counted */
const byUse = (counted) =>
  [...counted].sort(([a, m], [b, n]) => isOld(a) - isOld(b) || n - m).map(([text]) => text);

/** @param {string} name */
const isShouted = (name) => /[A-Z]/.test(name) && name === name.toUpperCase();

/** @param {string} name */
const ordinary = (name) =>
  name
    .toLowerCase()
    .replace(/[a-z][a-z0-9]*/g, (word) =>
      CAPITALS.has(word.toUpperCase())
        ? word.toUpperCase()
        : /^(and|for|of|the|with)$/.test(word)
          ? word
          : word.charAt(0).toUpperCase() + word.slice(1),
    );

/** @param {Entry} plan */
function planName({ names, parts }) {
  const [part = ''] = byUse(parts);
  const known = NAMES.get(part);
  if (known !== undefined) return known;
  const spelled = byUse(names);
  const words = spelled.filter((name) => !parts.has(name));
  const name = words.find((one) => !isShouted(one)) ?? words[0] ?? part;
  const retired = /^retired - (.+)$/i.exec(name)?.[1];
  const plain = retired ?? name;
  const said = isShouted(plain) && plain.includes(' ') ? ordinary(plain) : plain;
  return retired === undefined ? said : `${said} (retired)`;
}

/** @param {string} text */
function readList(text) {
  const [header = [], ...rows] = Papa.parse(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: true,
  }).data.map((row) => /** @type {string[]} */ (row).map(clean));
  if (header.join() !== HEADER) throw new Error(`not Microsoft's list: ${header.join()}`);
  /** @type {Map<string, Entry>} */
  const products = new Map();
  /** @type {Map<string, Entry>} */
  const plans = new Map();
  for (const [name = '', part = '', guid = '', planPart = '', planGuid = '', plan = ''] of rows) {
    const [id, planId] = [guid.toLowerCase(), planGuid.toLowerCase()];
    if (!GUID.test(id) || !GUID.test(planId)) throw new Error(`no GUID: ${guid} ${planGuid}`);
    for (const [entries, key, called, technical] of /** @type {const} */ ([
      [products, id, name, part],
      [plans, planId, plan, planPart],
    ])) {
      const entry = entries.get(key) ?? { names: new Map(), parts: new Map(), plans: new Set() };
      entries.set(key, entry);
      count(entry.names, called);
      count(entry.parts, technical);
    }
    products.get(id)?.plans.add(planId);
  }
  return { products, plans };
}

const [file, date] = process.argv.slice(2);
if (file === undefined || !/^\d{4}-\d\d-\d\d$/.test(date ?? '')) {
  throw new Error('usage: node scripts/product-list.js file.csv yyyy-mm-dd');
}
const { products, plans } = readList(readFileSync(file, 'utf8'));

/** @param {string} id */
const partOf = (id) => byUse(plans.get(id)?.parts ?? new Map())[0] ?? '';
const order = [...plans.keys()].sort(
  (a, b) => partOf(a).localeCompare(partOf(b), 'en') || (a < b ? -1 : 1),
);
const numbers = new Map(order.map((id, number) => [id, number]));

/** @param {readonly string[]} cells */
const line = (cells) => {
  if (cells.some((cell) => cell === '' || cell.includes(' | '))) throw new Error(cells.join());
  return cells.join(' | ');
};
const list = {
  source: SOURCE,
  date,
  servicePlans: order.map((id) => {
    const entry = /** @type {Entry} */ (plans.get(id));
    return line([id, partOf(id), planName(entry)]);
  }),
  products: [...products]
    .map(([id, { names, parts, plans: within }]) => {
      const included = [...within].map((plan) => numbers.get(plan) ?? -1).sort((a, b) => a - b);
      return line([id, byUse(parts)[0] ?? '', included.join(' '), ...byUse(names)]);
    })
    .sort(),
};
writeFileSync(TARGET, `${JSON.stringify(list, null, 2)}\n`);
