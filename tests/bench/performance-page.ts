import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { boundsOf } from './bounds.ts';
import type { Result } from './protocol.ts';
import { cellsOf, growthTable, headings } from './table.ts';

const PLACE = join(import.meta.dirname, '../../docs');

const METHOD = `# Performance

\`npm run bench -- --write-docs\` made this page. \`npm run bench\` measures again and writes \`bench/results.json\`; \`-- --step NAME --n USERS\` measures some of it.

The app's own modules are built and run in a worker of a real Chromium, with a profile on the disk. What is on screen is measured in the built app, in the same browser. Every step is timed against other ways to do the same, in the same run and in turn, so that a machine that is busy slows down all of them: believe the ratios, not the milliseconds. What the ways answer is compared. Times are medians of five runs of Seatwise; another way that takes seconds runs fewer times. ± is half of the range in which the middle half of the times lie.

“Ratio” is how many times as fast Seatwise is. In _italics_ are limits, which nobody can do without: there it is how many times as long Seatwise takes. The customers are made up, and no real one was measured. “roles” has users with the licenses of their role and a few extras; in “adversarial” nearly everybody holds something else. Files of texts are measured with the first of them alone.
`;

const SHORTFALLS =
  'Each was run once more while the browser’s profiler looked every 0.2 ms which function is at work; for memory, who made what is alive in the heap (numbers in typed arrays are outside of it). The functions with the most of it in themselves, without those that they call:';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');

function section(results: readonly Result[], n: number, shape: string): string {
  const those = results.filter((one) => one.n === n && one.shape === shape);
  const rows = those.map((result) => {
    const cells = [...cellsOf(result)];
    if (result.isLimit) cells[3] = `_${cells[3]}_`;
    return cells;
  });
  return `## ${n.toLocaleString('en')} users, ${shape}\n\n${tableOf(headings, rows)}\n`;
}

/** Why lines fall short: where their time goes, or who makes what they keep. */
function shortfalls(results: readonly Result[]): string[] {
  const rows = results.flatMap(({ step, n, shape, profile = [] }) =>
    profile.map(({ name, file, share }, i) => [
      i === 0 ? `${step}, ${n.toLocaleString('en')}, ${shape}` : '',
      `${Math.round(share * 100)} %`,
      `\`${name}\``,
      file === null ? '' : `\`${file}\``,
    ]),
  );
  if (rows.length === 0) return [];
  const table = tableOf(['Step', 'Share', 'Function', 'File'], rows);
  return [`## Why lines fall short\n\n${SHORTFALLS}\n\n${table}\n`];
}

/** Writes docs/performance.md from what was measured. */
export async function writeDocs(results: readonly Result[], machine: string): Promise<void> {
  const groups = [...new Set(results.map(({ n, shape }) => `${n} ${shape}`))];
  const sections = groups.map((group) => {
    const [n = '', shape = ''] = group.split(' ');
    return section(results, Number(n), shape);
  });
  const [head = [], ...grown] = growthTable(results);
  const growth =
    grown.length === 0
      ? []
      : [`## How it grows\n\nTime for each user.\n\n${tableOf(head, grown)}\n`];
  const bounds = boundsOf.map(([step, text]) => `- **${step}**: ${text}`).join('\n');
  const text = [
    METHOD,
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.\n`,
    ...sections,
    ...shortfalls(results),
    ...growth,
    `## What bounds the steps\n\n${bounds}\n`,
  ].join('\n');
  mkdirSync(PLACE, { recursive: true });
  const path = join(PLACE, 'performance.md');
  const options = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...options, parser: 'markdown' }));
}
