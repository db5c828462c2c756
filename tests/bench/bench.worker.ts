import { steady } from '#base/pace.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { benchmarkSample, type SampleSpec } from '#sandbox/sample-spec.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import { everybody } from '#users/user-query.ts';
import { OpenCustomer } from '#worker/customers/open-customer.ts';
import { arenaOf, databaseName, LOCALE, rowStoreName } from './arena.ts';
import type { Referee } from './contest.ts';
import { fileSteps } from './file-steps.ts';
import { importSteps, storeForApp } from './import-steps.ts';
import { listSteps } from './list-steps.ts';
import { loadSteps, readColumns, readRows } from './load-steps.ts';
import { pageSteps } from './page-steps.ts';
import { planSteps } from './plan-steps.ts';
import { MEMORY, type GoOn, type Held, type Report, type Request, type Shape } from './protocol.ts';
import { pullSteps } from './pull-steps.ts';
import { dexieRows } from './row-store.ts';
import { saveSteps } from './save-steps.ts';
import { syncSteps } from './sync-steps.ts';
import { catalog } from '#licenses/catalog.ts';

interface WorkerScope {
  postMessage(report: Report): void;
  addEventListener(
    kind: 'message',
    listener: (event: { readonly data: Request | GoOn }) => void,
  ): void;
}
const scope = globalThis as unknown as WorkerScope;
const tell = (report: Report): void => scope.postMessage(report);

let goOn: () => void = () => undefined;

/** Does the work while the page's profiler watches. */
async function profile(step: string, of: 'time' | 'heap', work: () => Promise<void>) {
  const turn = (is: 'begun' | 'over'): Promise<void> =>
    new Promise((resolve) => {
      goOn = resolve;
      tell({ kind: 'profile', step, of, is });
    });
  await turn('begun');
  await work();
  await turn('over');
}

const isNamed = (step: string, text: string): boolean =>
  step.toLowerCase().includes(text.toLowerCase());

const refereeOf = (
  { users: n, shape }: SampleSpec,
  only: string | null,
  profiled: string | null,
): Referee => ({
  n,
  shape: shape as Shape,
  wants: (step) => only === null || isNamed(step, only),
  wantsProfile: (step) => profiled !== null && isNamed(step, profiled),
  result: (result) => {
    if (only === null || isNamed(result.step, only)) tell({ kind: 'result', result });
  },
  profile: (step, work) => profile(step, 'time', work),
  disagree: (text) => tell({ kind: 'disagreement', text }),
});

async function customerSteps(spec: SampleSpec, referee: Referee): Promise<void> {
  const arena = arenaOf(spec, await makeSample(spec, Date.now(), steady), referee);
  const heading = `${spec.users.toLocaleString('en')} users, ${spec.shape}`;
  tell({ kind: 'heading', text: heading });
  await importSteps(arena);
  const inMemory = await loadSteps(arena);
  const { sets, products } = inMemory.data;
  const order = await pageSteps(arena, inMemory);
  // their texts do not depend on who holds what
  if (spec.shape === 'roles') await fileSteps(arena, inMemory);
  await listSteps(arena, inMemory);
  tell({
    kind: 'heading',
    text: `${heading}: ${sets.size.toLocaleString('en')} distinct license sets, ${products.length} products, ${arena.facts.length} facts`,
  });
  await planSteps(arena, inMemory, order);
  await saveSteps(arena, inMemory, order);
}

/** What must not be collected before it was weighed. */
const kept: unknown[] = [];

async function keep(what: Held, spec: SampleSpec): Promise<void> {
  if (what === 'rows') kept.push(await readRows(dexieRows(rowStoreName(spec))));
  if (what !== 'columns') return;
  const db = new SeatwiseDatabase(databaseName(spec));
  const open = new OpenCustomer(db, {
    data: await readColumns({ spec }),
    facts: documentedFacts,
    names: catalog,
  });
  const { order } = await open.find(everybody, LOCALE);
  kept.push(open, open.planner.holdings(order));
}

const parts = { customer: customerSteps, sync: syncSteps, pull: pullSteps, store: storeForApp };

async function answer(request: Request): Promise<void> {
  const spec = benchmarkSample(request.users, request.shape);
  if (request.kind === 'hold') {
    const held = () => keep(request.what, spec);
    return request.isProfiled ? profile(MEMORY, 'heap', held) : held();
  }
  return parts[request.kind](spec, refereeOf(spec, request.only, request.profiled));
}

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'goOn') {
    goOn();
    return;
  }
  answer(data).then(
    () => tell({ kind: 'done' }),
    (error: unknown) =>
      tell({
        kind: 'failed',
        text: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
