import { describe, expect, it } from 'vitest';
import type { Customer, CustomerId, TenantId } from '#customers/customer.ts';
import { ImportTarget } from '#routes/import/import-target.svelte.ts';
import type { ImportSummary } from '#worker/imports/import-types.ts';

const customer = (name: string, part: Partial<Customer> = {}): Customer => ({
  ...{ id: `id-${name}` as CustomerId, name, defaultDomain: null, tenantId: null, origin: 'files' },
  ...{ dataAt: 0, version: 1, userCount: 1, productCount: 1, pendingCount: 0 },
  ...part,
});
const summary = (part: Partial<ImportSummary> = {}): ImportSummary => ({
  ...{ importId: 'i', files: [], users: 3, products: 0, fatal: [], warnings: [], warningCount: 0 },
  ...{ deleted: 0, isWhole: true, domains: [] },
  ...{ suggestedName: 'contoso', tenantId: null, sample: [], suggestedCustomer: null },
  ...part,
});
const contoso = customer('Contoso', { tenantId: 't1' as TenantId });
const fabrikam = customer('Fabrikam', { tenantId: 't2' as TenantId });
const sample = customer('Sample', { origin: 'sample' });

function target(part: Partial<ImportSummary>, preset: string | null = null): ImportTarget {
  const made = new ImportTarget(preset);
  made.suggest(summary(part), [contoso, fabrikam, sample]);
  return made;
}

describe('proposes', () => {
  it('a new customer by the name in the files, where none fits', () => {
    expect(target({}).into).toEqual({ kind: 'new', name: 'contoso' });
  });

  it('the customer that the files belong to, and says why', () => {
    const same = target({ suggestedCustomer: contoso.id, tenantId: 't1' });
    expect([same.into, same.reason]).toEqual([{ kind: 'existing', id: contoso.id }, 'tenant']);
    expect(target({ suggestedCustomer: contoso.id }).reason).toBe('domain');
  });

  it('the customer that the person came from before any other', () => {
    const asked = target({ suggestedCustomer: contoso.id }, fabrikam.id);
    expect([asked.into, asked.reason]).toEqual([{ kind: 'existing', id: fabrikam.id }, 'asked']);
  });
});

it('never lets the files of one tenant into the customer of another', () => {
  const wrong = target({ tenantId: 't1' }, fabrikam.id);
  expect(wrong.isOtherTenant).toBe(true);
  expect(wrong.into).toBeNull();
});

it('never lets files into a sample customer', () => {
  const made = target({}, sample.id);
  expect(made.refusedSample).toBe(sample);
  expect(made.choices).not.toContain(sample);
  expect(made.into).toEqual({ kind: 'new', name: 'contoso' });
});

it('wants a name for a new customer', () => {
  const made = target({ suggestedName: '' });
  made.name = '  ';
  expect(made.into).toBeNull();
});

it('keeps a typed name when more files are read, and asks anew whether they are the whole customer', () => {
  const made = target({});
  made.name = 'Typed';
  made.wholeCustomer = true;
  made.suggest(summary({ suggestedName: 'other' }), [contoso]);
  expect(made.name).toBe('Typed');
  expect(made.wholeCustomer).toBe(false);
});
