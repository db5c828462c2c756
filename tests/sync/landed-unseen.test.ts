import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../src/sync/limits.ts';
import { graphOffice } from './graph-office.ts';

const FAULT = { status: 500, body: { error: { code: 'InternalServerError', message: '…' } } };
const BUSY = { status: 429, headers: { 'Retry-After': '1' }, body: null };
const NO = {
  status: 403,
  body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' } },
};
const REFUSED = { status: 400, body: { error: { code: 'Request_BadRequest', message: 'No.' } } };

describe('a change that landed with a fault, and that readings do not show yet', () => {
  it('is not told as rejected where its user may not be read meanwhile', async () => {
    let isHidden = false;
    let isSeen = false;
    const office = graphOffice(1, {
      change: (_, time) => {
        isHidden = time > 0;
        return isHidden ? BUSY : FAULT;
      },
      lands: (_, time) => time === 0,
      reading: () => (isHidden ? NO : isSeen ? null : 'old'),
    });
    expect(await office.run()).toMatchObject({ kind: 'noAccess' });
    expect(office.outcomes()).toEqual({});
    isHidden = false;
    isSeen = true;
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 1 });
  });

  it('is not told as rejected where it is refused when it is sent again', async () => {
    const office = graphOffice(1, {
      change: (_, time) => (time === 0 ? FAULT : NO),
      lands: (_, time) => time === 0,
      reading: () => (office.time.now < usualLimits.staleness ? 'old' : null),
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 1 });
  });

  it('is told as rejected where it never landed, once readings must show it', async () => {
    const office = graphOffice(1, { change: (_, time) => (time === 0 ? FAULT : REFUSED) });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ rejected: 1 });
    expect(office.time.now).toBeGreaterThanOrEqual(usualLimits.staleness);
  });
});
