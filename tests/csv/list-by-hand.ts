import type { SkuId } from '../../src/licenses/ids.ts';
import { E3, EXCHANGE, TEAMS, UNLISTED, VISIO } from './list-world.ts';
import {
  actions,
  answers,
  namingHeadings,
  plansOff,
  products,
  users,
  type ListText,
} from './list-texts.ts';

type Mode = 'eachRow' | 'assignOnly' | 'revokeOnly' | 'exact';

/** What a list asks of one user for one product. */
interface Asked {
  readonly action: string;
  readonly off: readonly string[] | null;
}

/** What a list comes to: lines as `saidBy` writes them, and who is left alone. */
export interface ByHand {
  readonly said: readonly string[];
  readonly leftAlone: readonly number[];
}

/** Reads a row by the meanings that were given by hand; '!' when it is refused. */
function rowAsks(header: readonly string[], row: readonly string[]): Map<string, Asked> | '!' {
  const asks = new Map<string, Asked>();
  const cell = (heading: string): string | null => {
    const index = header.indexOf(heading);
    return index === -1 ? null : (row[index] ?? '');
  };
  const naming = namingHeadings.filter((heading) => header.includes(heading));
  if (naming.length > 0) {
    const filled = naming.filter((heading) => cell(heading) !== '');
    if (filled.length === 0) return '!';
    for (const heading of filled) {
      const skus = (products[cell(heading) ?? ''] ?? '!').split(' ');
      const word = cell('Action');
      const told = word === null ? 'listed' : (actions[word] ?? '!');
      const action = { 'Licenses to add': 'assign', Remove: 'revoke' }[heading] ?? told;
      if (skus.includes('!') || action === '!') return '!';
      const list = cell('关闭的服务计划');
      let off: readonly string[] | null = null;
      if (list !== null && list !== '' && action !== 'revoke') {
        const named = plansOff[list] ?? '!';
        if (named === '!' || skus.includes(UNLISTED)) return '!';
        if (named.length > 0 && skus.some((sku) => sku !== E3)) return '!';
        off = named;
      }
      for (const sku of skus) {
        if ((asks.get(sku)?.action ?? action) !== action) return '!';
        asks.set(sku, { action, off });
      }
    }
    return asks;
  }
  const columns: Record<string, string> = { 'Visio Plan 2': VISIO, SPE_E3: E3 };
  columns['Microsoft 365 E3'] = E3;
  for (const [index, heading] of header.entries()) {
    const text = row[index] ?? '';
    if (text === '') continue;
    if (heading === 'Twin' || heading === 'Nonsense') return '!';
    const sku = columns[heading];
    if (sku === undefined) continue;
    const action = answers[text] ?? '!';
    if (action === '!' || (asks.get(sku)?.action ?? action) !== action) return '!';
    asks.set(sku, { action, off: null });
  }
  return asks;
}

/** What the mode makes of one ask; null when it leaves the product alone. */
function followed(
  { action, off }: Asked,
  mode: Mode,
): { action: string; off: Asked['off'] } | null {
  const wanted = action === 'listed' ? (mode === 'revokeOnly' ? 'revoke' : 'assign') : action;
  if (mode === 'assignOnly' && wanted === 'revoke') return null;
  if (mode === 'revokeOnly' && wanted !== 'revoke') return null;
  if (wanted === 'leave' && off === null) return null;
  return { action: wanted, off: wanted === 'revoke' ? null : off };
}

/** The service plans of the line: those that can be switched and are not named are on. */
const switches = (sku: string, off: Asked['off']): string =>
  off === null || sku !== E3
    ? '{}'
    : JSON.stringify(
        Object.fromEntries([EXCHANGE, TEAMS].map((id) => [id, off.includes(id) ? 'off' : 'on'])),
      );

/** Walks a whole list user by user, as its description says, without the readers. */
export function listByHand(
  { header, rows }: ListText,
  mode: Mode,
  covered: ReadonlySet<SkuId>,
): ByHand {
  const left = new Set<number>();
  const asked = new Map<number, Map<string, Asked>>();
  const userColumn = header.findIndex((one) =>
    ['User principal name', '使用者主體名稱'].includes(one),
  );
  for (const row of rows) {
    if (row.every((text) => text.trim() === '')) continue;
    const isRagged = row.length !== header.length;
    const cells = isRagged ? row : [row[userColumn] ?? ''];
    const meant = cells.flatMap((text) => users[text] ?? []);
    const asks = isRagged ? '!' : rowAsks(header, row);
    if (asks === '!' || meant.length > 1) for (const user of meant) left.add(user);
    const [user] = meant;
    if (asks === '!' || user === undefined || meant.length > 1) continue;
    const known = asked.get(user) ?? new Map<string, Asked>();
    asked.set(user, known);
    for (const [sku, ask] of asks) {
      const other = known.get(sku);
      if (other !== undefined && JSON.stringify(other) !== JSON.stringify(ask)) left.add(user);
      known.set(sku, ask);
    }
  }
  const isLong = namingHeadings.some((heading) => header.includes(heading));
  const said: string[] = [];
  for (const [user, asks] of asked) {
    if (left.has(user)) continue;
    for (const sku of new Set([...asks.keys(), ...covered])) {
      if (mode === 'exact' && !covered.has(sku as SkuId)) continue;
      const ask = asks.get(sku);
      const isAbsent = mode === 'exact' && isLong && ask === undefined;
      const line = ask ? followed(ask, mode) : isAbsent ? { action: 'revoke', off: null } : null;
      if (line && !(line.action === 'leave' && switches(sku, line.off) === '{}')) {
        said.push([user, line.action, sku, switches(sku, line.off)].join(' '));
      }
    }
  }
  return { said: said.sort(), leftAlone: [...left].sort((a, b) => a - b) };
}
