import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { readScriptOutcomes } from '../../src/csv/script-outcomes.ts';
import type { ImportProblem } from '../../src/users/import-problem.ts';
import { streamed } from './streamed.ts';

const PLAN = '00000000-0000-4000-8000-000000000001';
const ZOE = '00000000-0000-4000-8000-000000000101';
const LI = '00000000-0000-4000-8000-000000000102';

/** As `Export-Csv` writes it, with its mark and every cell in quotes. */
const file = (...rows: readonly string[][]): string =>
  [['PlanId', 'UserId', 'UserPrincipalName', 'Outcome', 'Detail', 'At'], ...rows]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
    .replace(/^/, '\uFEFF');

async function read(text: string) {
  const warnings: ImportProblem[] = [];
  const outcomes = await readScriptOutcomes(streamed(text), (w) => warnings.push(w), steady);
  return { outcomes, warnings };
}

describe('the outcomes that a script wrote', () => {
  it('end with the last word about a user: the script was run again', async () => {
    const { outcomes, warnings } = await read(
      file(
        [PLAN, ZOE, 'zoe@contoso.com', 'failed', 'no answer', '2026-11-01'],
        [PLAN, LI, 'li@contoso.com', 'rejected', 'License "E3" is\r\nshort', '2026-11-01'],
        [PLAN, ZOE, 'zoe@contoso.com', 'applied', '', '2026-11-02'],
      ),
    );
    expect(warnings).toEqual([]);
    expect(outcomes).toEqual({
      ok: true,
      value: new Map([
        [
          PLAN,
          new Map([
            [ZOE, { objectId: ZOE, outcome: 'applied', detail: '', requestId: null }],
            [
              LI,
              {
                objectId: LI,
                outcome: 'rejected',
                detail: 'License "E3" is\r\nshort',
                requestId: null,
              },
            ],
          ]),
        ],
      ]),
    });
  });

  it('name the request that was refused, for Microsoft to find', async () => {
    const head = 'PlanId,UserId,UserPrincipalName,Outcome,Detail,RequestId,At';
    const row = `${PLAN},${LI},li@contoso.com,rejected,no license,0b7f-41,2026-11-01`;
    const { outcomes } = await read(`${head}\r\n${row}\r\n`);
    expect(outcomes.ok && outcomes.value.get(PLAN)?.get(LI)).toMatchObject({
      requestId: '0b7f-41',
    });
  });

  it('leave out a row that says nothing known, with its place', async () => {
    const { outcomes, warnings } = await read(
      file([PLAN, ZOE, 'zoe@contoso.com', 'done', '', ''], [PLAN, 'zoe', '', 'applied', '', '']),
    );
    expect(outcomes).toEqual({ ok: true, value: new Map() });
    expect(warnings).toEqual([
      { kind: 'badValue', file: 'file.csv', row: 2, column: 'Outcome', value: 'done' },
      { kind: 'badValue', file: 'file.csv', row: 3, column: 'UserId', value: 'zoe' },
    ]);
  });

  it('are not read from a file that lacks a column', async () => {
    const { outcomes } = await read('PlanId,UserId,Detail\r\n');
    expect(outcomes.ok).toBe(false);
  });
});
