import { fail, ok, type Result } from '#base/result.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { RunId } from '#plan/operation.ts';
import { listChanges } from '#store/changes.ts';
import { getCustomer, listCustomers } from '#store/customers.ts';
import { readSubscriptions } from '#store/pulls.ts';
import { takeReview, type Review } from '#store/reviews.ts';
import { getRun, listRuns, openOperations, runMoment } from '#store/runs.ts';
import type { RunRow } from '#store/sync-rows.ts';
import type { Control } from '#sync/ports.ts';
import { cloudOf } from '#worker/cloud/cloud-of.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { TokenAsk } from '#worker/sign-in/sign-in-types.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { sheetView } from '#worker/sheets/sheet-view.ts';
import { endingSoon } from './ending-soon.ts';
import { pendingReview } from './pending-review.ts';
import { queuedRun } from './queued-run.ts';
import { runView } from './run-view.ts';
import type { SyncDesk } from './sync-desk.ts';
import type { PendingRow, RunView, StartRefusal, SyncReview } from './sync-types.ts';
import { WaitingCounts } from './waiting-counts.ts';

/** Data older than this is read again before anything is sent, in ms. */
const OLD = 86_400_000;

/** How often a run is read that goes on meanwhile: a batch ends some times a second. */
const TRIES = 8;

type Moment = NonNullable<Awaited<ReturnType<typeof runMoment>>>;

const stampOf = ({ run, customer, operations }: Moment): string =>
  JSON.stringify([run.counts, run.endedAt, customer.version, operations.length]);

/** What is pending, the review before a sync, and the runs. */
export function syncCommands(desk: Desk, syncs: SyncDesk) {
  const { db, customers, now } = desk;
  const waiting = new WaitingCounts(db, customers);

  const nameIn = async (run: RunRow): Promise<(sku: SkuId) => string> => {
    if (!run.differs?.length) return (sku) => sku;
    const namer = (await customers.open(run.customerId)).namer('en');
    return (sku) => namer.product(sku);
  };

  /** What is left for a run, with all of it as it stood meanwhile: no user is counted twice, or by nobody. */
  const settled = async (asked: RunRow, customer: Customer | null) => {
    const { customerId: id } = asked;
    for (let tries = 1; customer !== null; tries++) {
      const before = await runMoment(db, id, asked.id);
      if (before === null) break;
      const rest = await waiting.ofRun(before.customer, before.run);
      const after = tries < TRIES ? await runMoment(db, id, asked.id) : null;
      if (after === null || stampOf(after) === stampOf(before)) return { ...before, ...rest };
    }
    const operations = await openOperations(db, id);
    return { run: asked, operations, ...(await waiting.ofRun(customer, asked)) };
  };

  const view = async (asked: RunRow, customer: Customer | null): Promise<RunView> => {
    const { customerId: id } = asked;
    const { run, operations, left, changed, goodUntil } = await settled(asked, customer);
    const isOpen = run.endedAt === null;
    const isOwn = syncs.turn(id) !== null;
    const isElsewhere = isOpen && run.end === null && (await syncs.isElsewhere(id));
    return runView(run, {
      // what a run that was stopped had claimed stays its own until another one takes it up
      operations: isOpen ? operations : operations.filter(({ runId }) => runId === run.id),
      left,
      changed,
      isOutdated: now() >= goodUntil,
      isUnderWay: isOwn || isElsewhere,
      own: isOwn,
      waitsUntil: syncs.waitsUntil(id),
      perMinute: syncs.perMinute(run.id),
      name: await nameIn(run),
    });
  };

  const newest = async (customer: Customer): Promise<RunView | null> => {
    const run = await getRun(db, customer.id, null);
    const turn = syncs.turn(customer.id);
    if (turn !== null && run?.endedAt !== null) {
      const { left } = await waiting.count(customer);
      return queuedRun(customer.id, turn, left);
    }
    return run && view(run, customer);
  };

  /** True while the run of this window waits, and something is planned that it does not send. */
  const isReplaceable = async (customer: Customer | null): Promise<boolean> => {
    if (customer === null || !syncs.isWaiting(customer.id)) return false;
    const run = await getRun(db, customer.id, null);
    return run !== null && (await waiting.ofRun(customer, run)).changed > 0;
  };

  const refusalOf = async (
    id: CustomerId,
    version: number | undefined,
  ): Promise<StartRefusal['kind'] | null> => {
    const customer = await getCustomer(db, id);
    if (await syncs.isElsewhere(id)) return 'busy';
    if (syncs.turn(id) !== null && !(await isReplaceable(customer))) return 'busy';
    if (customer === null || customer.version !== version) return 'stale';
    if (cloudOf(desk, customer) === null) return 'notConnected';
    const { left, claimed } = await waiting.count(customer);
    return left + claimed === 0 ? 'nothingToSend' : null;
  };

  return {
    /** Customers with something pending or an unfinished or failed run, by name. */
    async pending(): Promise<PendingRow[]> {
      const rowOf = async (customer: Customer): Promise<PendingRow> => {
        const { claimed, held, handedOver, withoutId, gone } = await waiting.count(customer);
        const run = await newest(customer);
        return {
          customer,
          pending: customer.pendingCount,
          open: claimed,
          held,
          handedOver,
          withoutId,
          gone,
          failed: run?.counts.rejected ?? 0,
          connected: cloudOf(desk, customer) !== null,
          dataAt: customer.dataAt,
          isDiskFull: syncs.isDiskFull(customer.id),
          run,
        };
      };
      const rows = await Promise.all(
        (await listCustomers(db)).map((customer) =>
          customers.answer(customer.id, () => rowOf(customer)),
        ),
      );
      return rows
        .filter((row) => row !== null)
        .filter(({ pending, open, gone, run }) => pending + open + gone > 0 || run !== null)
        .sort((a, b) => a.customer.name.localeCompare(b.customer.name));
    },

    async syncReview(id: CustomerId, locale: LocaleTag): Promise<SyncReview> {
      const [{ open, who, review: seen }, heads] = await Promise.all([
        pendingReview(desk, waiting, id),
        listChanges(db, id),
      ]);
      const { customer } = open.data;
      const namer = open.namer(locale);
      const { shortages, sheet, ...review } = seen;
      const opened = heads.filter(({ standings }) => standings.open > 0);
      return {
        customer,
        version: customer.version,
        dataAt: customer.dataAt,
        isOld: now() - customer.dataAt > OLD,
        ...review,
        sheet: sheetView(sheet, (sku) => open.planner.available(sku).cloud),
        digest: sheet.digest(),
        names: namer.view(),
        shortages: shortages.map(({ skuId, short }) => {
          return { skuId, name: namer.product(skuId), short };
        }),
        oldestChangeAt: opened.at(-1)?.savedAt ?? null,
        endingSoon: endingSoon(await readSubscriptions(db, id), now()).map(({ skuId, on }) => {
          return { skuId, name: namer.product(skuId), on };
        }),
        claimed: who.claimed,
        withoutId: who.withoutId,
        held: who.held,
        handedOver: who.handedOver,
        licensedUsers: await open.licensedUsers(),
      };
    },

    /**
     * Sends of these customers, one after another, what their reviews of these `versions` showed, and
     * nothing that is planned later. A run that waits ends by that, and what it left is in the new one.
     * `operator`: who pressed. All or none is started.
     */
    async startSync(
      ids: readonly CustomerId[],
      versions: Readonly<Record<CustomerId, number>>,
      operator: string,
    ): Promise<Result<null, StartRefusal>> {
      for (const customerId of ids) {
        const kind = await refusalOf(customerId, versions[customerId]);
        if (kind !== null) return fail({ kind, customerId });
      }
      const reviews = new Map<CustomerId, Review>();
      for (const customerId of ids) {
        const review = await takeReview(db, customerId, versions[customerId], now());
        if (review === null) return fail({ kind: 'stale', customerId });
        reviews.set(customerId, review);
      }
      await syncs.start(reviews, operator);
      return ok(null);
    },

    /**
     * Asks the last run of a customer to pause, go on, stop after its batch, or to stop and take what is not
     * sent out of the plan. Stored: the window that sends takes it up. `go` and `cancel` of a run that
     * nobody sends let this window take it over.
     */
    controlSync: (id: CustomerId, control: Control, operator: string) =>
      syncs.control(id, control, operator),

    /** There may be a way to the cloud again: runs of this window that wait for one try at once. */
    wakeSync: () => syncs.wake(),

    /** Somebody signed in, as was asked for there: the run of that tenant that waits for just this goes on in this window. */
    async resumeSignedOut({ tenantId, scopes }: TokenAsk): Promise<void> {
      // a sign-in to read, or for another customer, was not asked for by a run
      if (!scopes.includes('LicenseAssignment.ReadWrite.All')) return;
      for (const customer of await listCustomers(db)) {
        if (customer.tenantId === tenantId) await syncs.resumeSignedOut(customer.id);
      }
    },

    /** One run; null for `runId`: the last one. Null: there is none. */
    async run(id: CustomerId, runId: RunId | null): Promise<RunView | null> {
      const customer = await getCustomer(db, id);
      if (customer === null) throw new NotFound(id);
      const last = await newest(customer);
      if (runId === null || last?.id === runId) return last;
      const run = await getRun(db, id, runId);
      return run && view(run, null);
    },

    /** Every run of the customer, newest first. */
    async runs(id: CustomerId): Promise<RunView[]> {
      const customer = await getCustomer(db, id);
      if (customer === null) throw new NotFound(id);
      const [last, ...earlier] = await listRuns(db, id);
      if (last === undefined) return [];
      return Promise.all([view(last, customer), ...earlier.map((run) => view(run, null))]);
    },
  };
}
