import { steady } from '#base/pace.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import type { SampleSpec } from '#sandbox/sample-spec.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { pullCustomer } from '#sync/pull-customer.ts';
import { graphWire } from '#worker/cloud/graph-wire.ts';
import { SampleClouds } from '#worker/cloud/sample-clouds.ts';
import type { Desk } from '#worker/desk.ts';
import { FirstPages } from '#worker/users/first-pages.ts';
import { addTenant, pull, readPorts } from '#worker/cloud/pull.ts';
import type { JobPace } from '#worker/jobs/jobs.ts';
import type { PullValue } from '#worker/cloud/cloud-types.ts';
import { ListShelf } from '#worker/lists/list-shelf.ts';
import { quietPace } from '#worker/jobs/next-turn.ts';
import { OpenCustomers } from '#worker/customers/open-customers.ts';
import { Selections } from '#worker/selection/selections.ts';
import { Tokens } from '#worker/sign-in/tokens.ts';
import { hold, type Contest, type Referee } from './contest.ts';
import { parseAll, PullCloud } from './pull-cloud.ts';

/** A pull should take no more than twice as long as `JSON.parse` of what it reads. */
const LEAST = 0.5;
/** How long an answer takes at least over a good line, in ms: Microsoft Graph takes longer for 999 users. */
const DELAY = 100;
/** The part of the users who changed before a pull that reads only those. */
const CHANGED = 0.01;

const now = (): number => Date.now();

/** Works in slices as a job does, and keeps how long the longest was. */
function slicedPace(): JobPace & { longest: number } {
  const { due, rest } = quietPace(() => performance.now());
  let since = performance.now();
  const pace = {
    longest: 0,
    due,
    rest: async (done: number, total: number | null) => {
      pace.longest = Math.max(pace.longest, performance.now() - since);
      await rest(done, total);
      since = performance.now();
    },
    waits: () => undefined,
  };
  return pace;
}

function deskOn(db: SeatwiseDatabase, { tenantId }: SampleSpec): Desk {
  const tokens = new Tokens();
  tokens.connect(() => Promise.resolve({ kind: 'token', token: 'a token', tenantId }));
  return {
    ...{ db, tokens, now, clouds: new SampleClouds(db, now), lists: new ListShelf(db, now) },
    ...{ customers: new OpenCustomers(db), selections: new Selections(db, now) },
    firstPages: new FirstPages(db),
    imports: new Map(),
  };
}

function usersOf(value: PullValue, isWhole: boolean): number {
  if (value.kind !== 'pulled' || value.isWhole !== isWhole)
    throw new Error(`the pull ended as ${JSON.stringify(value)}`);
  return value.users;
}

/** A pull of everybody into nothing and onto itself, and one of a few, beside `JSON.parse` of the same bytes. */
export async function pullSteps(spec: SampleSpec, referee: Referee): Promise<void> {
  const sample = await makeSample(spec, now(), steady);
  const cloud = new PullCloud(sample);
  globalThis.fetch = (input) => cloud.fetch(input as Request);
  const name = `bench pull ${spec.id}`;
  let db = new SeatwiseDatabase(name);
  let read: readonly Uint8Array[] = [];
  type Timed = Contest<number, number>;
  const against = (contest: Pick<Timed, 'step' | 'app'> & Partial<Timed>) =>
    hold(
      {
        ...{ isRepeatable: false, rounds: 3, warmUps: 1, perUsers: spec.users, ...contest },
        naive: { run: () => parseAll(read, cloud.delay) },
        compare: (users, answers) =>
          users === spec.users && answers === read.length
            ? null
            : `${users} users, ${answers} of ${read.length} answers`,
      },
      referee,
    );
  const counted = async (work: () => Promise<number>): Promise<number> => {
    cloud.takeRead();
    const users = await work();
    read = cloud.takeRead();
    return users;
  };

  const { tenantId } = spec;
  await against({
    step: 'read everybody',
    least: LEAST,
    app: {
      run: () =>
        counted(async () => {
          const wire = graphWire(deskOn(db, spec).tokens, tenantId, 'pull');
          const start = { tenantId, hasUsers: false, memory: null };
          let users = 0;
          const ports = readPorts(now, slicedPace(), slicedPace());
          const pulled = await pullCustomer(wire, start, ports, async (some) => {
            users += some.length;
          });
          return pulled.ok ? users : 0;
        }),
    },
  });

  let longest = 0;
  const pulling =
    (work: (desk: Desk, pace: JobPace) => Promise<PullValue>, isWhole = true) =>
    () =>
      counted(async () => {
        const pace = slicedPace();
        const users = usersOf(await work(deskOn(db, spec), pace), isWhole);
        longest = Math.max(longest, pace.longest);
        return users;
      });
  await against({
    step: 'pull a customer that is new',
    least: LEAST,
    app: {
      prepare: async () => {
        await db.delete();
        db = new SeatwiseDatabase(name);
        await db.open();
      },
      run: pulling((desk, pace) => addTenant(desk, 'microsoft365', spec, pace)),
    },
  });
  const [customer] = await db.customers.toArray();
  if (customer === undefined) throw new Error('the pulled customer is not there');
  await against({
    step: 'pull everybody again',
    least: LEAST,
    app: {
      prepare: () => db.deltas.clear(),
      run: pulling((desk, pace) => pull(desk, customer.id, pace)),
    },
  });
  cloud.delay = DELAY;
  await against({
    step: `the same, every answer ${DELAY} ms late`,
    least: LEAST,
    ...{ rounds: 1, warmUps: 0 },
    app: {
      prepare: () => db.deltas.clear(),
      run: pulling((desk, pace) => pull(desk, customer.id, pace)),
    },
  });
  cloud.delay = 0;
  await against({
    step: `pull ${CHANGED * 100} % who changed`,
    app: {
      prepare: async () => cloud.changeUsers(Math.round(spec.users * CHANGED)),
      run: pulling((desk, pace) => pull(desk, customer.id, pace), false),
    },
  });
  const line = { naive: null, least: null, perUsers: null };
  referee.line({ ...line, step: 'longest time between two rests', app: longest });
  await db.delete();
}
