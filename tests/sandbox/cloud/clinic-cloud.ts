import { steady } from '../../../src/base/pace.ts';
import { calmMood, type CloudMood } from '../../../src/sandbox/cloud/cloud-mood.ts';
import { CloudServer } from '../../../src/sandbox/cloud/cloud-server.ts';
import { CloudTenant, type CloudEntry } from '../../../src/sandbox/cloud/cloud-tenant.ts';
import { makeSample } from '../../../src/sandbox/make-sample.ts';
import { sampleCustomers } from '../../../src/sandbox/sample-spec.ts';
import { seededRandom } from '../../../src/sandbox/random.ts';
import type { GraphWire } from '../../../src/sync/graph-call.ts';

/** The clinic's tenant in a cloud of its own, reached as over the network. */
export async function clinicCloud(mood: Partial<CloudMood> = {}) {
  const [spec] = sampleCustomers();
  if (spec === undefined) throw new Error('no sample');
  const sample = await makeSample(spec, 0, steady);
  const { batch } = sample;
  const tenant = new CloudTenant(sample, []);
  const clock = { now: 0 };
  const kept: CloudEntry[] = [];
  const server = new CloudServer({
    visit: (token, _mayWrite, work) => {
      const answer = work(token === spec.tenantId ? tenant : null);
      kept.push(...tenant.takeNews());
      return Promise.resolve(answer);
    },
    mood: () => Promise.resolve({ ...calmMood, ...mood }),
    now: () => clock.now,
    sleep: () => Promise.resolve(),
    random: seededRandom(1).next,
  });
  const wire: GraphWire = {
    fetch: (request) => server.fetch(request),
    tokens: { token: () => Promise.resolve(spec.tenantId) },
    base: 'https://graph.example/v1.0/',
    timeout: 5_000,
  };
  const user = (name: string) => {
    const found = tenant.users.find(({ userPrincipalName }) => userPrincipalName.startsWith(name));
    if (found === undefined) throw new Error(`no user ${name}`);
    return found;
  };
  return { batch, tenant, clock, kept, wire, user };
}
