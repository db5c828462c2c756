import { outcomeFileName } from './file-names.ts';
import type { HandedPlan } from './handed-plan.ts';
import { literal } from './power-shell-text.ts';
import { scriptData } from './script-data.ts';
import { SCRIPT_STEPS } from './script-steps.ts';

/** Windows PowerShell 5.1 reads a file without it in the encoding of the country. */
const BOM = '\uFEFF';

const HEAD = `#Requires -Version 5.1
#Requires -Modules @{ ModuleName = 'Microsoft.Graph.Authentication'; ModuleVersion = '2.4.0' }
# Carries out a plan made with Seatwise. Reads each user first and skips who is not as the plan knows
# them. Writes an outcome for each user; run it again with the same file and it goes on where it ended.
# With -WhatIf it only says what it would do.
#
# Once on this computer:  Install-Module Microsoft.Graph.Authentication -Scope CurrentUser
# Where scripts from the internet are blocked:  Unblock-File with this file
# Who signs in needs the scopes below and, in this organization, a role that may assign licenses:
# License Administrator, User Administrator or Directory Writers; to set a usage location one of the first two.
[CmdletBinding(SupportsShouldProcess)]`;

/**
 * The plan as a script for PowerShell with the Microsoft Graph SDK, for who has no other way to sync.
 * One `assignLicense` per user carries everything, as it is all or nothing; no value of the plan stands
 * anywhere but in a literal. -NoWelcome came with 2.4 of the SDK.
 */
export function powerShellScript(plan: HandedPlan): string {
  return [
    `${BOM}${HEAD}`,
    'param(',
    `  [string] $OutcomeFile = (Join-Path $PSScriptRoot ${literal(outcomeFileName(plan))})`,
    ')',
    '',
    'Set-StrictMode -Version 3.0',
    "$ErrorActionPreference = 'Stop'",
    '',
    scriptData(plan),
    SCRIPT_STEPS,
  ]
    .join('\n')
    .replaceAll('\n', '\r\n');
}
