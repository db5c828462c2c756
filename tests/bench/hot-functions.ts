import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { basename } from 'node:path';

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
const ROOT = /^.*\/(?=(src|tests|node_modules)\/)/;
const MOST = 8;
const LEAST_SHARE = 0.01;

/** Where the functions of a bundle stood before it was bundled. */
export class Origins {
  readonly #script: string;
  readonly #map: SourceMap;

  /** `script`: the bundle, beside which its map is. */
  constructor(script: string) {
    this.#script = basename(script);
    const map = JSON.parse(readFileSync(`${script}.map`, 'utf8')) as SourceMapPayload;
    this.#map = new SourceMap(map);
  }

  of({ url, lineNumber, columnNumber, functionName }: CallFrame): Omit<HotFunction, 'share'> {
    if (url === '') {
      return { name: OWN_NAMES[functionName] ?? (functionName || '(native)'), file: null };
    }
    if (!url.endsWith(this.#script)) return { name: functionName, file: new URL(url).pathname };
    const entry = this.#map.findEntry(lineNumber, columnNumber);
    if (!('originalSource' in entry)) return { name: functionName, file: url };
    const name = functionName.replace(/\$\d+$/, '') || `(line ${entry.originalLine + 1})`;
    // as seen from the root of the project
    return { name, file: entry.originalSource.replace(/^(\.\.\/)+/, '').replace(ROOT, '') };
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
