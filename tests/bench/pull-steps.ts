import { steady } from '#base/pace.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import type { SampleSpec } from '#sandbox/sample-spec.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { pullCustomer } from '#sync/pull-customer.ts';
import { graphWire } from '#worker/cloud/graph-wire.ts';
import { openDesk, type Desk } from '#worker/desk.ts';
import { addTenant, pull, readPorts } from '#worker/cloud/pull.ts';
import type { JobPace } from '#worker/jobs/jobs.ts';
import type { PullValue } from '#worker/cloud/cloud-types.ts';
import { quietPace } from '#worker/jobs/next-turn.ts';
import { Tokens } from '#worker/sign-in/tokens.ts';
import { hold, resultOf, rival, type Referee, type Way } from './contest.ts';
import { parseAll, PullCloud } from './pull-cloud.ts';

/** A pull should take no more than twice as long as `JSON.parse` of what it reads. */
const MOST = { atMost: 2 } as const;
/** How many users changed before a pull that reads only those. */
const CHANGED = 1_000;

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
  return openDesk({ db, tokens, now });
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
  const against = (step: string, app: Way<number>, bound: typeof MOST | null) =>
    hold(
      {
        ...{ step, app, isRepeatable: false },
        opponents: [
          rival<number, number>({
            against: 'JSON.parse of the same bytes',
            isLimit: true,
            bound,
            run: () => parseAll(read),
            compare: (users, answers) =>
              users === spec.users && answers === read.length
                ? null
                : `${users} users, ${answers} of ${read.length} answers`,
          }),
        ],
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
  const readEverybody = async (): Promise<number> => {
    const wire = graphWire(deskOn(db, spec).tokens, tenantId, 'pull');
    const start = { tenantId, hasUsers: false, memory: null };
    let users = 0;
    const ports = readPorts(now, slicedPace(), slicedPace());
    const pulled = await pullCustomer(wire, start, ports, async (some) => {
      users += some.length;
    });
    return pulled.ok ? users : 0;
  };
  // what the cloud answers is made when it is first asked for
  await counted(readEverybody);
  await against('pull: read everybody', { run: () => counted(readEverybody) }, MOST);

  const longest: number[] = [];
  const pulling =
    (work: (desk: Desk, pace: JobPace) => Promise<PullValue>, isWhole = true) =>
    () =>
      counted(async () => {
        const pace = slicedPace();
        const users = usersOf(await work(deskOn(db, spec), pace), isWhole);
        longest.push(pace.longest);
        return users;
      });
  const anew = async (): Promise<void> => {
    await db.delete();
    db = new SeatwiseDatabase(name);
    await db.open();
  };
  const pullNew = pulling((desk, pace) => addTenant(desk, 'microsoft365', spec, pace));
  const [newOne, again] = ['pull a customer that is new', 'pull everybody again'] as const;
  if (!referee.wants(newOne)) {
    await anew();
    await pullNew();
  }
  await against(newOne, { prepare: anew, run: pullNew }, MOST);
  const [customer] = await db.customers.toArray();
  if (customer === undefined) throw new Error('the pulled customer is not there');
  const forget = () => db.deltas.clear();
  const pullAgain = pulling((desk, pace) => pull(desk, customer.id, pace));
  await against(again, { prepare: forget, run: pullAgain }, MOST);
  const change = async () => cloud.changeUsers(CHANGED);
  const pullChanged = pulling((desk, pace) => pull(desk, customer.id, pace), false);
  await change();
  await pullChanged();
  const few = `pull ${CHANGED.toLocaleString('en')} who changed`;
  await against(few, { prepare: change, run: pullChanged }, null);
  const about = { step: 'pull: longest time without a rest', n: spec.users, shape: referee.shape };
  referee.result(resultOf(about, longest, null));
  await db.delete();
}
