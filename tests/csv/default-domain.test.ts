import { describe, expect, it } from 'vitest';
import { defaultDomain } from '../../src/csv/default-domain.ts';
import type { UserRecord } from '../../src/users/user-record.ts';

const domainOf = (...names: string[]): string | null =>
  defaultDomain(names.map((userPrincipalName) => ({ userPrincipalName }) as UserRecord));

describe('defaultDomain', () => {
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
