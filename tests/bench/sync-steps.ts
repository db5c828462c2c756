import { BitSet } from '#base/bit-set.ts';
import { steady } from '#base/pace.ts';
import type { ChangeId } from '#plan/change.ts';
import type { OperationId, RunId } from '#plan/operation.ts';
import { Planner } from '#plan/planner.ts';
import { calmMood } from '#sandbox/cloud/cloud-mood.ts';
import { CloudServer } from '#sandbox/cloud/cloud-server.ts';
import { CloudTenant } from '#sandbox/cloud/cloud-tenant.ts';
import { makeSample, type Sample } from '#sandbox/make-sample.ts';
import type { SampleSpec } from '#sandbox/sample-spec.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { loadCustomer, type LoadedCustomer } from '#store/load-customer.ts';
import { StoredOutbox } from '#store/outbox.ts';
import { getRun } from '#store/runs.ts';
import { saveChange } from '#store/save-change.ts';
import { writeBatch } from '#store/write-batch.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { BATCH, usualLimits } from '#sync/limits.ts';
import { SyncRun } from '#sync/run.ts';
import { catalog } from '#licenses/catalog.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { resultOf, type Referee } from './contest.ts';
import { RowStore, rowsFrom } from './row-store.ts';
import { startReviewed } from '../store/start-run.ts';

/** Engine and storage should take no more ms per operation on a machine that does nothing else. */
const MOST_MS = 1;
/** Requests, against read, send and read again of full batches. */
const MOST_REQUESTS = 1.1;

const now = (): number => Date.now();

/** A wire to a cloud that never throttles, with what went over it. */
class CountedWire implements GraphWire {
  requests = 0;
  /** Time that the cloud took, in ms. */
  cloudTime = 0;
  readonly base = 'https://graph.example/v1.0/';
  readonly timeout = 30_000;
  readonly tokens = { token: (): Promise<string> => Promise.resolve('a token') };
  readonly #server: CloudServer;

  constructor(sample: Sample) {
    const tenant = new CloudTenant(sample, []);
    this.#server = new CloudServer({
      visit: (_token, _mayWrite, work) => Promise.resolve(work(tenant)),
      mood: () => Promise.resolve(calmMood),
      now: (() => {
        // a cloud whose minutes fly, so that nobody ever asks too often
        let at = 0;
        return () => (at += 60_000);
      })(),
      sleep: () => Promise.resolve(),
      random: () => 0.5,
    });
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    this.requests++;
    const start = performance.now();
    const response = await this.#server.fetch(request);
    this.cloudTime += performance.now() - start;
    return response;
  };
}

/** The customer with everything that users hold directly to be revoked. */
async function planned(db: SeatwiseDatabase, spec: SampleSpec, sample: Sample): Promise<number> {
  const target = { kind: 'new', id: spec.id, name: sample.name } as const;
  const options = { wholeCustomer: false, describe: describeBy(catalog) };
  await writeBatch(db, target, { batch: sample.batch, options }, { now, pace: steady });
  const data = (await loadCustomer(db, spec.id)) as LoadedCustomer;
  const { table, sets, products, customer } = data;
  const planner = new Planner({ customerId: spec.id, table, sets, products, facts: [] });
  const draft = {
    products: products.map(({ skuId }) => ({
      ...{ skuId, action: 'revoke' as const, servicePlans: {} },
    })),
    ...{ swaps: [], usageLocation: null },
  };
  const choice = { onShortage: 'planAll', waitingLast: new BitSet() } as const;
  const users = Uint32Array.from({ length: table.count }, (_, position) => position);
  const change = {
    ...planner.change(users, draft, choice),
    ...{ id: 'change' as ChangeId, savedAt: now(), operator: 'bench' },
    ...{ reference: null, note: null },
  };
  const saved = await saveChange(db, data, change, { expectedVersion: customer.version });
  if (!saved.ok) throw new Error(saved.error.kind);
  return saved.value.customer.pendingCount;
}

/** What a batch costs at the least: one durable transaction with a row per user, and nothing else. In ms for all. */
async function timeOfRows(spec: SampleSpec, sample: Sample, operations: number): Promise<number> {
  const store = new RowStore(`bench sync rows ${spec.id}`);
  await store.delete();
  await store.open();
  const rows = rowsFrom(spec.id, sample.batch.users ?? []).slice(0, operations);
  const start = performance.now();
  for (let i = 0; i < rows.length; i += BATCH) await store.addAll(rows.slice(i, i + BATCH));
  const time = performance.now() - start;
  await store.delete();
  return time;
}

type Around = (work: () => Promise<void>, operations: number) => Promise<void>;

/** A whole sync of the customer stored anew; `around` is called with the sync itself. */
async function synced(spec: SampleSpec, sample: Sample, around: Around) {
  const db = new SeatwiseDatabase(`bench sync ${spec.id}`);
  await db.delete();
  await db.open();
  const operations = await planned(db, spec, sample);
  const wire = new CountedWire(sample);
  await startReviewed(db, spec.id, 'run' as RunId, now(), 'bench');
  const run = new SyncRun({
    outbox: new StoredOutbox(db, spec.id, 'bench'),
    provider: graphProvider(wire),
    clock: {
      now,
      steady: now,
      jumps: () => [],
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    random: { next: () => 0 },
    limits: usualLimits,
    newId: () => crypto.randomUUID() as OperationId,
    tell: () => undefined,
  });
  let time = 0;
  let end = 'none';
  await around(async () => {
    const start = performance.now();
    ({ kind: end } = await run.run());
    time = performance.now() - start - wire.cloudTime;
  }, operations);
  const counts = (await getRun(db, spec.id, null))?.counts;
  await db.delete();
  const ended = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  return { operations, time, requests: wire.requests, end, ended };
}

/** How long engine and storage take per operation, and how many requests a sync needs. */
export async function syncSteps(spec: SampleSpec, referee: Referee): Promise<void> {
  const sample = await makeSample(spec, now(), steady);
  const rowTimes: number[] = [];
  const { operations, time, requests, end, ended } = await synced(
    spec,
    sample,
    async (work, count) => {
      // before and after, as the machine may become slower or faster meanwhile
      rowTimes.push(await timeOfRows(spec, sample, count));
      await work();
      rowTimes.push(await timeOfRows(spec, sample, count));
    },
  );
  const about = { n: operations, shape: referee.shape };
  const rows = {
    against: 'a durable row for each user',
    times: rowTimes,
    bound: null,
  };
  referee.result(resultOf({ ...about, step: 'sync, all of it' }, [time], rows));
  const asked = { against: 'one ms', isLimit: true, times: [1], bound: { atMost: MOST_MS } };
  const step = 'sync, each operation';
  const eachOne = resultOf({ ...about, step }, [time / operations], asked);
  referee.result(eachOne);
  const leastRequests = {
    ...{ against: 'read, send, read again', isLimit: true, times: [(3 * operations) / BATCH] },
    bound: { atMost: MOST_REQUESTS },
  };
  referee.result(
    resultOf({ ...about, step: 'sync, requests (not ms)' }, [requests], leastRequests),
  );
  if (eachOne.holds === false || referee.wantsProfile(step)) {
    await synced(spec, sample, (work) => referee.profile(step, work));
  }
  if (end !== 'done' || ended !== operations) {
    referee.disagree(`sync ended as ${end} with ${ended} of ${operations} outcomes`);
  }
  if (requests > (MOST_REQUESTS * 3 * operations) / BATCH) {
    referee.disagree(`sync sent ${requests} requests for ${operations} operations`);
  }
}
