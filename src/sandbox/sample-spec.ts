import type { CustomerId, TenantId } from '#customers/customer.ts';

/** A sample customer that can be made; the same spec always gives the same customer. */
export interface SampleSpec {
  readonly id: CustomerId;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly defaultDomain: string;
  readonly users: number;
  readonly seed: number;
  /**
   * `handWritten`: a small company with invented people. `roles`: licenses follow roles, as in real
   * tenants. `adversarial`: nearly every user holds something else, for benchmarks.
   */
  readonly shape: 'handWritten' | 'roles' | 'adversarial';
  /** How many days before its making the data pretends to be taken. */
  readonly ageDays: number;
}

/** The three customers of "Try with sample customers". Names and domains are invented. */
export const sampleCustomers = (): SampleSpec[] => [
  {
    id: 'sample-clinic' as CustomerId,
    tenantId: '5ea70000-0000-4000-8000-000000000025' as TenantId,
    name: 'Lindqvist & Okafor Clinic',
    defaultDomain: 'lindqvist-okafor.example',
    users: 25,
    seed: 25,
    shape: 'handWritten',
    ageDays: 0,
  },
  {
    id: 'sample-logistics' as CustomerId,
    tenantId: '5ea70000-0000-4000-8000-000000003200' as TenantId,
    name: 'Harborlight Logistics',
    defaultDomain: 'harborlight.example',
    users: 3200,
    seed: 3200,
    shape: 'roles',
    ageDays: 5,
  },
  {
    id: 'sample-group' as CustomerId,
    tenantId: '5ea70000-0000-4000-8000-000000100000' as TenantId,
    name: 'Meridian Works Group',
    defaultDomain: 'meridianworks.example',
    users: 100_000,
    seed: 100_000,
    shape: 'roles',
    ageDays: 0,
  },
];

/** All customers of the samples' partner: those three, and two that are only found by asking. */
export const partnerTenants = (): SampleSpec[] => [
  ...sampleCustomers(),
  {
    id: 'sample-bakery' as CustomerId,
    tenantId: '5ea70000-0000-4000-8000-000000000140' as TenantId,
    name: 'Crumb & Copper Bakeries',
    defaultDomain: 'crumbandcopper.example',
    users: 140,
    seed: 140,
    shape: 'roles',
    ageDays: 0,
  },
  {
    id: 'sample-school' as CustomerId,
    tenantId: '5ea70000-0000-4000-8000-000000000900' as TenantId,
    name: 'Alder Lane School',
    defaultDomain: 'alderlane.example',
    users: 900,
    seed: 900,
    shape: 'roles',
    ageDays: 0,
  },
];

/** A customer of any size to measure with, in the shape of real ones or in the worst one. */
export const benchmarkSample = (users: number, shape: 'roles' | 'adversarial'): SampleSpec => ({
  id: `sample-${shape}-${users}` as CustomerId,
  tenantId: `5ea70000-0000-4000-9000-${String(users).padStart(12, '0')}` as TenantId,
  name: `Benchmark ${users}`,
  defaultDomain: 'benchmark.example',
  users,
  seed: users + 1,
  shape,
  ageDays: 0,
});
