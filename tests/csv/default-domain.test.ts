import { describe, expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { domainsOfUsers } from '#csv/default-domain.ts';

const domainOf = (...names: string[]): string | null =>
  atOnce(domainsOfUsers(names.map((userPrincipalName) => ({ userPrincipalName })))).most;

describe('the domain of users', () => {
  it('is the one of most users', () => {
    expect(domainOf('a@one.com', 'b@Two.com', 'c@two.com')).toBe('two.com');
  });

  it("is one of the customer's own before the one that every tenant starts with", () => {
    const guest = 'x_gmail.com#EXT#@contoso.onmicrosoft.com';
    expect(domainOf(guest, 'a@contoso.onmicrosoft.com', 'b@contoso.com')).toBe('contoso.com');
    expect(domainOf(guest)).toBe('contoso.onmicrosoft.com');
  });

  it('is unknown without users', () => {
    expect(domainOf()).toBeNull();
  });
});
