import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powerShellScript } from '../../src/handover/power-shell-script.ts';
import { literal } from '../../src/handover/power-shell-text.ts';
import { scriptData } from '../../src/handover/script-data.ts';
import { hostileTexts } from './hostile-texts.ts';
import { planByHand, planKeeping, planNamed } from './plan-by-hand.ts';
import { piecesOf } from './read-power-shell.ts';

const hasPowerShell = spawnSync('pwsh', ['-v']).status === 0;

/** What stands in a script beside its literals. */
const codeOf = (script: string): string[] =>
  piecesOf(script).flatMap(({ kind, text }) => (kind === 'code' ? [text] : []));

describe('a text in a script', () => {
  it('is one literal that says the same, whatever quotes it has', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const pieces = piecesOf(literal(text));
        expect(pieces).toHaveLength(1);
        const plain = text.replace(
          /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
          '\uFFFD',
        );
        expect(pieces[0]).toEqual({ kind: 'literal', text: plain });
      }),
    );
  });

  it('never becomes code: names change no character outside of literals', () => {
    const usual = codeOf(scriptData(planNamed('x')));
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect(codeOf(scriptData(planNamed(text)))).toEqual(usual);
      }),
    );
  });
});

describe('the script of a plan', () => {
  const script = powerShellScript(planByHand);

  it('says what is done to whom in literals', () => {
    const said = piecesOf(script)
      .filter(({ kind }) => kind === 'literal')
      .map(({ text }) => text);
    for (const { objectId, userPrincipalName } of planByHand.users) {
      expect(said).toContain(objectId);
      expect(said).toContain(userPrincipalName);
    }
    expect(said).toContain(planByHand.customer.name);
    expect(said).toContain(`off:${String(planByHand.works[0]?.touches[1]?.target)}`);
    expect(said).toContain('DE');
  });

  it('says what has to keep mail and files, and looks before it sends', () => {
    const [sku, other, third, plan] = [10, 11, 12, 22].map(
      (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    );
    const script = powerShellScript(planKeeping);
    expect(script).toContain(`KeptBy = @('${sku}:${plan} ${other}:${plan}', '? ${third}:')`);
    expect(script).toContain('KeptBy = @();');
    const looks = script.slice(script.indexOf('function Get-Difference'));
    expect(looks.indexOf('Get-Unkept $user $work')).toBeGreaterThan(0);
    expect(looks.indexOf('Get-Unkept')).toBeLessThan(looks.indexOf("'/assignLicense'"));
  });

  it('asks for the right to change users only where it sets a usage location', () => {
    const withoutLocation = {
      ...planByHand,
      works: planByHand.works.map((work) => ({ ...work, location: null })),
    };
    expect(script).toContain("'User.ReadWrite.All'");
    expect(powerShellScript(withoutLocation)).not.toContain("'User.ReadWrite.All'");
  });

  it('calls nothing of the Graph SDK but to sign in and to send a request as it is written', () => {
    const called = codeOf(script).flatMap((code) => code.match(/\b[A-Z][a-z]+-Mg\w+/g) ?? []);
    expect([...new Set(called)].sort()).toEqual([
      'Connect-MgGraph',
      'Get-MgContext',
      'Invoke-MgGraphRequest',
    ]);
    expect(script).toContain('@{ addLicenses = $add; removeLicenses = $remove }');
  });

  it('begins with a mark that Windows PowerShell needs and has the line breaks of Windows', () => {
    expect(script.startsWith('\uFEFF#Requires')).toBe(true);
    expect(/[^\r]\n/.test(script)).toBe(false);
  });

  it('never takes a license that nothing explains for one that is not held', () => {
    // what is only in `assignedLicenses` is asked for, and told apart
    expect(script).toContain('assignedLicenses,licenseAssignmentStates');
    const reading = script.slice(
      script.indexOf('function Get-DirectPath'),
      script.indexOf('function Get-Groups'),
    );
    expect(reading).toContain('$user.assignedLicenses');
    expect(reading.indexOf("return 'unknown'")).toBeGreaterThan(0);
    expect(reading.indexOf("return 'unknown'")).toBeLessThan(
      reading.lastIndexOf("return 'absent'"),
    );
  });

  it.skipIf(!hasPowerShell)(
    'is understood by PowerShell (skipped where pwsh is not installed)',
    () => {
      const path = join(mkdtempSync(join(tmpdir(), 'plan-')), 'plan.ps1');
      writeFileSync(path, script);
      const faults = execFileSync('pwsh', [
        '-NoProfile',
        '-Command',
        `$e = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('${path}', [ref]$null, [ref]$e); $e | ForEach-Object { $_.Message }`,
      ]).toString();
      expect(faults.trim()).toBe('');
    },
  );
});
