import { describe, expect, it } from 'vitest';
import { handedFileName, outcomeFileName } from '#handover/file-names.ts';

const plan = (name: string, madeAt = Date.UTC(2026, 10, 30, 0, 28, 15)) => ({
  madeAt,
  customer: { name, defaultDomain: null, tenantId: null },
});

describe('the files of a handover', () => {
  it('are named by the customer and the time', () => {
    const contoso = plan('Contoso Ltd.');
    expect(handedFileName(contoso, 'script')).toBe(
      'seatwise-script-Contoso-Ltd-2026-11-30-002815.ps1',
    );
    expect(handedFileName(contoso, 'planFile')).toBe(
      'seatwise-plan-Contoso-Ltd-2026-11-30-002815.json',
    );
    expect(outcomeFileName(contoso)).toBe('seatwise-outcomes-Contoso-Ltd-2026-11-30-002815.csv');
  });

  it('need no quotation marks, whatever the customer is called', () => {
    for (const name of [
      '../a\\b:c*?<>|',
      "$(x) 'y' `z`",
      '亮野 玩具',
      'Zoë & Söhne',
      '…',
      'x'.repeat(300),
    ])
      expect(handedFileName(plan(name), 'script')).toMatch(
        /^seatwise-script-([\p{L}\p{M}\p{N}-]{1,40}-)?2026-11-30-002815\.ps1$/u,
      );
  });

  it('differ between two scripts of one day, so that none goes on with the outcomes of the other', () => {
    const [one, other] = [plan('Contoso'), plan('Contoso', Date.UTC(2026, 10, 30, 0, 28, 16))];
    expect(outcomeFileName(one)).not.toBe(outcomeFileName(other));
  });
});
