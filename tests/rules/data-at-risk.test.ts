import { describe, expect, it } from 'vitest';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Draft } from '#plan/draft.ts';
import { LOCATION_NONE, readLocation } from '#users/usage-location.ts';
import { byGroup, direct, draftOf, holds, line, product } from '../plan/by-hand.ts';
import { issuesOf } from './judging.ts';

const DE = readLocation('DE') ?? LOCATION_NONE;
const revoke = (letter: string) => draftOf(line('revoke', letter));

describe('data at risk', () => {
  const mailboxes = [
    product('a', 9, ['EXCHANGE_S_ENTERPRISE', 'EXCHANGE_S_FOUNDATION']),
    product('b', 9, ['EXCHANGE_S_STANDARD']),
    product('c', 9, ['EXCHANGE_S_FOUNDATION', 'EXCHANGE_S_ARCHIVE_ADDON']),
  ];
  const atRisk = (draft: Draft, ...held: LicenseSet): string[] =>
    issuesOf({ products: mailboxes, holds: held, location: DE, draft }).map(({ code }) => code);

  it('is said when the last service plan goes, or is switched off', () => {
    expect(atRisk(revoke('a'), holds('a'))).toEqual(['dataAtRisk']);
    expect(atRisk(revoke('a'), holds('a'), holds('c'))).toEqual(['dataAtRisk']);
    const off = draftOf(line('leave', 'b', { EXCHANGE_S_STANDARD: 'off' }));
    expect(atRisk(off, holds('b'))).toEqual(['dataAtRisk']);
  });

  it('is not said while another product or path keeps the service, or where there was none', () => {
    expect(atRisk(revoke('a'), holds('a'), holds('b'))).toEqual([]);
    expect(atRisk(revoke('a'), holds('a', direct(), byGroup()))).toEqual(['inherited']);
    expect(atRisk(revoke('c'), holds('c'))).toEqual([]);
    expect(atRisk(revoke('a'), holds('a', direct(['EXCHANGE_S_ENTERPRISE'])))).toEqual([]);
  });

  it('warns of mail and files, and only informs of Teams, of which nothing is deleted', () => {
    const products = [product('a', 9, ['EXCHANGE_S_ENTERPRISE', 'SHAREPOINTENTERPRISE', 'TEAMS1'])];
    const said = issuesOf({ products, holds: [holds('a')], location: DE, draft: revoke('a') });
    expect(said).toEqual([
      { code: 'dataAtRisk', severity: 'warning', service: 'exchange' },
      { code: 'dataAtRisk', severity: 'warning', service: 'sharepoint' },
      { code: 'dataAtRisk', severity: 'info', service: 'teams' },
    ]);
  });

  it('is said where no source said whether the service was on', () => {
    expect(atRisk(revoke('a'), holds('a', direct(null)))).toEqual(['dataAtRisk']);
  });
});
