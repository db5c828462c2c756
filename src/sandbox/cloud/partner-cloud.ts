import { partnerTenants, type SampleSpec } from '#sandbox/sample-spec.ts';
import { answer, refusal, type CloudAnswer } from './cloud-answer.ts';

/** What only a contract tells, and what only a relationship tells: real partners have customers of both kinds. */
const contractOf = ({ tenantId, name, defaultDomain }: SampleSpec): Record<string, unknown> => ({
  id: tenantId,
  contractType: 'ResellerPartner',
  customerId: tenantId,
  displayName: name,
  defaultDomainName: defaultDomain,
});

const relationOf = ({ tenantId, name }: SampleSpec): Record<string, unknown> => ({
  id: tenantId,
  tenantId,
  displayName: name,
});

/** The tenant of the samples' partner: it knows who its customers are, and nothing else. `path` is below the version. */
export function partnerAnswer(path: string): CloudAnswer {
  const tenants = partnerTenants();
  if (path === '/contracts') return answer(200, { value: tenants.slice(0, -1).map(contractOf) });
  if (path === '/tenantRelationships/delegatedAdminCustomers') {
    return answer(200, { value: tenants.slice(1).map(relationOf) });
  }
  return refusal(400, 'BadRequest', `Resource not found for the segment '${path}'.`);
}
