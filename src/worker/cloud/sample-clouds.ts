import type { CustomerId } from '#customers/customer.ts';
import { noContent } from '#sandbox/cloud/cloud-answer.ts';
import type { CloudMood } from '#sandbox/cloud/cloud-mood.ts';
import type { CloudServer } from '#sandbox/cloud/cloud-server.ts';
import { readMood } from '#sandbox/cloud/cloud-shapes.ts';
import type { CloudTenant } from '#sandbox/cloud/cloud-tenant.ts';
import { partnerAnswer } from '#sandbox/cloud/partner-cloud.ts';
import { partnerTenants, type SampleSpec } from '#sandbox/sample-spec.ts';
import { readCloudMood, writeCloudMood } from '#store/cloud.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import { usualLimits } from '#sync/limits.ts';
import { SampleCloud } from './sample-cloud.ts';

/** Nothing is there: what answers is in this worker. */
const BASE = 'https://sandbox.invalid/v1.0/';

interface Reached {
  readonly cloud: SampleCloud;
  server: Promise<CloudServer> | null;
}

/** The clouds of the sample customers, as far as this worker needed them. They speak like Microsoft Graph. */
export class SampleClouds {
  readonly #db: SeatwiseDatabase;
  readonly #now: () => number;
  readonly #reached = new Map<CustomerId, Reached>();

  /** `now` in ms. */
  constructor(db: SeatwiseDatabase, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** The way to the cloud of a sample customer; null for what is none. */
  wireOf(id: CustomerId): GraphWire | null {
    const spec = partnerTenants().find((one) => one.id === id);
    if (spec === undefined) return null;
    const reached = this.#reach(spec);
    return {
      fetch: async (request) => {
        const server = await (reached.server ??= this.#serve(spec, reached.cloud));
        return server.fetch(request);
      },
      tokens: { token: () => Promise.resolve(spec.tenantId) },
      base: BASE,
      timeout: usualLimits.requestTimeout,
    };
  }

  /** The way to the tenant of the samples' partner. */
  partnerWire(): GraphWire {
    return {
      fetch: (request) => {
        const { pathname } = new URL(request.url);
        const { status, headers, body } = partnerAnswer(pathname.replace('/v1.0', ''));
        return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
      },
      tokens: { token: () => Promise.resolve('partner') },
      base: BASE,
      timeout: usualLimits.requestTimeout,
    };
  }

  /** How the cloud of the customer behaves. */
  async moodOf(id: CustomerId): Promise<CloudMood> {
    return readMood(await readCloudMood(this.#db, id));
  }

  /** Makes the cloud of the customer behave so, for every window. */
  async setMood(id: CustomerId, mood: CloudMood): Promise<void> {
    await writeCloudMood(this.#db, id, mood);
  }

  /** Changes the cloud of a sample customer from outside of it; nothing happens for what is none. */
  async change(id: CustomerId, work: (tenant: CloudTenant, now: number) => void): Promise<void> {
    const spec = partnerTenants().find((one) => one.id === id);
    if (spec === undefined) return;
    await this.#reach(spec).cloud.visit(true, (tenant) => {
      if (tenant !== null) work(tenant, this.#now());
      return noContent;
    });
  }

  /** Lets go of the cloud of a customer that was removed. */
  forget(id: CustomerId): void {
    this.#reached.delete(id);
  }

  #reach(spec: SampleSpec): Reached {
    const known = this.#reached.get(spec.id);
    if (known !== undefined) return known;
    const reached = { cloud: new SampleCloud(this.#db, spec), server: null };
    this.#reached.set(spec.id, reached);
    return reached;
  }

  async #serve(spec: SampleSpec, cloud: SampleCloud): Promise<CloudServer> {
    const { CloudServer } = await import('#sandbox/cloud/cloud-server.ts');
    return new CloudServer({
      visit: (token, mayWrite, work) =>
        token === spec.tenantId ? cloud.visit(mayWrite, work) : Promise.resolve(work(null)),
      mood: () => this.moodOf(spec.id),
      now: this.#now,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      random: Math.random,
    });
  }
}
