import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { readScriptOutcomes } from '#csv/script-outcomes.ts';
import { seatwiseFiles } from '#worker/imports/seatwise-files.ts';

const PLAN = '00000000-0000-4000-8000-000000000001';
const LI = '00000000-0000-4000-8000-000000000102';
const HEADINGS = ['PlanId', 'UserId', 'UserPrincipalName', 'Outcome', 'Detail', 'RequestId', 'At'];
const ROW = [PLAN, LI, 'li@contoso.com', 'applied', '', '', '2026-11-01'];

describe('the outcomes of a script', () => {
  it.each([',', ';', '\t'])('are known and read when saved again with %j', async (delimiter) => {
    const text = [HEADINGS, ROW].map((cells) => cells.join(delimiter)).join('\r\n');
    const file = new File([`\uFEFF${text}\r\n`], 'outcomes.csv');
    expect((await seatwiseFiles([file])).get(file)).toBe('scriptOutcomes');
    const read = await readScriptOutcomes(file, () => undefined, steady);
    expect(read.ok && read.value.get(PLAN)?.get(LI)).toMatchObject({ outcome: 'applied' });
  });

  it('are not what another list of users is', async () => {
    const file = new File(['UserId,UserPrincipalName,Outcome\r\n'], 'users.csv');
    expect((await seatwiseFiles([file])).size).toBe(0);
  });
});
