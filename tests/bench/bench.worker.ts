import { steady } from '#base/pace.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { benchmarkSample, type SampleSpec } from '#sandbox/sample-spec.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import { everybody } from '#users/user-query.ts';
import { OpenCustomer } from '#worker/customers/open-customer.ts';
import { arenaOf, databaseName, LOCALE } from './arena.ts';
import type { Referee } from './contest.ts';
import { growthSteps } from './growth-steps.ts';
import { importSteps } from './import-steps.ts';
import { loadSteps, readColumns, readRows } from './load-steps.ts';
import { pageSteps } from './page-steps.ts';
import { planSteps } from './plan-steps.ts';
import type { Held, Report, Request } from './protocol.ts';
import { pullSteps } from './pull-steps.ts';
import { saveSteps } from './save-steps.ts';
import { syncSteps } from './sync-steps.ts';
import { catalog } from '#licenses/catalog.ts';

interface WorkerScope {
  postMessage(report: Report): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: Request }) => void): void;
}
const scope = globalThis as unknown as WorkerScope;
const tell = (report: Report): void => scope.postMessage(report);

const referee: Referee = {
  line: (line) => tell({ kind: 'line', line }),
  disagree: (text) => tell({ kind: 'disagreement', text }),
};

async function measure(spec: SampleSpec): Promise<void> {
  const arena = arenaOf(spec, await makeSample(spec, Date.now(), steady), referee);
  const heading = `${spec.users.toLocaleString('en')} users, ${spec.shape}`;
  tell({ kind: 'heading', text: heading });
  await importSteps(arena);
  const inMemory = await loadSteps(arena);
  const { sets, products } = inMemory.data;
  const order = await pageSteps(arena, inMemory);
  tell({
    kind: 'heading',
    text: `${heading}: ${sets.size.toLocaleString('en')} distinct license sets, ${products.length} products, ${arena.facts.length} facts`,
  });
  await planSteps(arena, inMemory, order);
  if (spec.shape === 'adversarial') await growthSteps(arena, inMemory, order);
  await saveSteps(arena, inMemory, order);
}

/** What must not be collected before it was weighed. */
const kept: unknown[] = [];

async function keep(what: Held, spec: SampleSpec): Promise<void> {
  if (what === 'rows') kept.push(await readRows({ spec }));
  if (what !== 'columns') return;
  const db = new SeatwiseDatabase(databaseName(spec));
  const open = new OpenCustomer(db, await readColumns({ spec }), documentedFacts, catalog);
  const { order } = await open.find(everybody, LOCALE);
  kept.push(open, open.planner.holdings(order));
}

async function answer(request: Request): Promise<void> {
  const spec = benchmarkSample(request.users, request.shape);
  if (request.kind === 'measure') await measure(spec);
  else if (request.kind === 'sync') await syncSteps(spec, referee);
  else if (request.kind === 'pull') await pullSteps(spec, referee);
  else await keep(request.what, spec);
}

scope.addEventListener('message', ({ data }) => {
  answer(data).then(
    () => tell({ kind: 'done' }),
    (error: unknown) =>
      tell({
        kind: 'failed',
        text: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
