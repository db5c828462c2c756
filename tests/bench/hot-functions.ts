import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { join } from 'node:path';

/** A function, where it stands, and its part of the whole. */
export interface HotFunction {
  readonly name: string;
  /** Null where it is the browser's own. */
  readonly file: string | null;
  readonly share: number;
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** What the browser's profiler of time gives. */
export interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** What its sampling of the heap gives: bytes of what is alive, by who made it. */
export interface HeapProfile {
  readonly head: HeapNode;
}

interface HeapNode {
  readonly callFrame: CallFrame;
  readonly selfSize: number;
  readonly children: readonly HeapNode[];
}

const OWN_NAMES: Readonly<Record<string, string>> = {
  '(idle)': 'waiting for the disk or the page',
  '(program)': 'the browser itself',
  '(garbage collector)': 'collecting garbage',
  '(root)': 'the engine itself',
};
/** What Node finds in a map: nothing for code that the builder made; its types lack the name. */
type Entry = Partial<SourceMapping & { readonly name: string }>;

const ROOT = /^.*\/(?=(src|tests|node_modules)\/)/;
const MOST = 8;
const LEAST_SHARE = 0.01;

/** Where the functions of built scripts stood before they were built. */
export class Origins {
  readonly #folder: string;
  readonly #hasNames: boolean;
  readonly #maps = new Map<string, SourceMap | null>();

  /** `folder`: what the site serves, with a map beside each script; `hasNames`: functions kept theirs. */
  constructor(folder: string, hasNames: boolean) {
    this.#folder = folder;
    this.#hasNames = hasNames;
  }

  #mapOf(path: string): SourceMap | null {
    const file = join(this.#folder, `${path}.map`);
    const known = this.#maps.get(file);
    if (known !== undefined) return known;
    const map = existsSync(file)
      ? new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload)
      : null;
    this.#maps.set(file, map);
    return map;
  }

  of({ url, lineNumber, columnNumber, functionName }: CallFrame): Omit<HotFunction, 'share'> {
    if (!url.startsWith('http')) {
      return { name: OWN_NAMES[functionName] ?? (functionName || '(native)'), file: null };
    }
    const { pathname } = new URL(url);
    const entry: Entry | undefined = this.#mapOf(pathname)?.findEntry(lineNumber, columnNumber);
    if (entry?.originalSource === undefined) {
      return { name: functionName || '(script)', file: pathname };
    }
    const kept = this.#hasNames ? functionName.replace(/\$\d+$/, '') : entry.name;
    // as seen from the root of the project
    const file = entry.originalSource.replace(/^(\.\.\/)+/, '').replace(ROOT, '');
    return { name: kept || `(line ${(entry.originalLine ?? 0) + 1})`, file };
  }
}

type Part = readonly [frame: CallFrame, amount: number];

/** The functions with most of it in themselves, without what they call. */
function hottest(parts: Iterable<Part>, origins: Origins): HotFunction[] {
  const amounts = new Map<string, Omit<HotFunction, 'share'> & { amount: number }>();
  let whole = 0;
  for (const [frame, amount] of parts) {
    whole += amount;
    const origin = origins.of(frame);
    const key = `${origin.name} ${origin.file ?? ''}`;
    const known = amounts.get(key);
    if (known === undefined) amounts.set(key, { ...origin, amount });
    else known.amount += amount;
  }
  return [...amounts.values()]
    .map(({ name, file, amount }) => ({ name, file, share: amount / (whole || 1) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST);
}

/** Where the time went. */
export function hotInTime({ nodes, samples, timeDeltas }: CpuProfile, origins: Origins) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parts = samples.flatMap((id, i): Part[] => {
    const frame = frames.get(id);
    // a sample stands for the time until the next one
    return frame === undefined ? [] : [[frame, Math.max(0, timeDeltas[i + 1] ?? 0)]];
  });
  const isAtWork = ([{ functionName }]: Part): boolean => functionName !== '(idle)';
  // the profiler runs a little before the work begins, and after it ended
  const [from, to] = [parts.findIndex(isAtWork), parts.findLastIndex(isAtWork)];
  return hottest(parts.slice(from, to + 1), origins);
}

/** Who made what stays in memory. */
export function hotInHeap({ head }: HeapProfile, origins: Origins): HotFunction[] {
  const parts: Part[] = [];
  const visit = ({ callFrame, selfSize, children }: HeapNode): void => {
    parts.push([callFrame, selfSize]);
    children.forEach(visit);
  };
  visit(head);
  return hottest(parts, origins);
}
