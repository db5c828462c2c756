import { SET_LOCATION } from './script-words.ts';

/** The end of every script: the same text whatever the plan, so that it can be read and trusted once. */
export const SCRIPT_STEPS = String.raw`
function Get-DirectPath($user, [string] $skuId) {
  foreach ($state in @($user.LicenseAssignmentStates)) {
    if ($null -eq $state -or $state.AssignedByGroup -or [string] $state.SkuId -ne $skuId) { continue }
    $off = [string[]] @($state.DisabledPlans | Where-Object { $_ } | ForEach-Object { ([string] $_).ToLowerInvariant() })
    [Array]::Sort($off, [StringComparer]::Ordinal)
    return 'off:' + ($off -join ',')
  }
  return 'absent'
}

function Test-NewGroup($user, $touch) {
  if ($null -eq $touch.Groups) { return $false }
  foreach ($state in @($user.LicenseAssignmentStates)) {
    if ($null -eq $state -or -not $state.AssignedByGroup -or [string] $state.SkuId -ne $touch.SkuId) { continue }
    if ($touch.Groups -notcontains ([string] $state.AssignedByGroup).ToLowerInvariant()) { return $true }
  }
  return $false
}

# Empty when the user is as the plan knows it; else what is different.
function Get-Difference($user, $work) {
  foreach ($touch in $work.Touches) {
    $now = Get-DirectPath $user $touch.SkuId
    if ($now -eq $touch.Target) { continue }
    if (Test-NewGroup $user $touch) { return 'now through a group: ' + $touch.SkuId }
    if ($touch.Before -ne 'unknown' -and $now -ne $touch.Before) { return 'license changed: ' + $touch.SkuId }
  }
  if ($work.Location) {
    $location = [string] $user.UsageLocation
    $before = if ($work.LocationBefore -eq 'unknown') { '' } else { $work.LocationBefore }
    if ($location -ne $work.Location -and $location -ne $before) { return 'usage location changed: ' + $location }
  }
  return ''
}

function Write-Outcome([string] $id, [string] $name, [string] $outcome, [string] $detail) {
  [pscustomobject] @{
    PlanId = $planId; UserId = $id; UserPrincipalName = $name; Outcome = $outcome; Detail = $detail
    At = [DateTime]::UtcNow.ToString('o')
  } | Export-Csv -LiteralPath $OutcomeFile -Append -NoTypeInformation -Encoding UTF8
}

function Invoke-Work([string] $id, [string] $name, $work) {
  try {
    $user = Get-MgUser -UserId $id -Property 'id', 'userPrincipalName', 'usageLocation', 'licenseAssignmentStates'
  } catch {
    $gone = $_.Exception.Message -match 'Request_ResourceNotFound|does not exist'
    Write-Outcome $id $name $(if ($gone) { 'skipped' } else { 'failed' }) $_.Exception.Message
    return
  }
  $difference = Get-Difference $user $work
  if ($difference) {
    Write-Outcome $id $name 'skipped' $difference
    return
  }
  $add = @(); $remove = @()
  foreach ($touch in $work.Touches) {
    if ((Get-DirectPath $user $touch.SkuId) -eq $touch.Target) { continue }
    if ($touch.Target -eq 'absent') { $remove += $touch.SkuId; continue }
    $off = @($touch.Target.Substring(4).Split(',') | Where-Object { $_ })
    $add += @{ SkuId = $touch.SkuId; DisabledPlans = $off }
  }
  $setsLocation = $work.Location -and [string] $user.UsageLocation -ne $work.Location
  if ($add.Count -eq 0 -and $remove.Count -eq 0 -and -not $setsLocation) {
    Write-Outcome $id $name 'already' ''
    return
  }
  if (-not $PSCmdlet.ShouldProcess($name, "assign $($add.Count), revoke $($remove.Count)")) { return }
  $detail = ''
  try {
    if ($setsLocation) {
      Update-MgUser -UserId $id -UsageLocation $work.Location
      $detail = '${SET_LOCATION}'
    }
    for ($try = 1; $add.Count -gt 0 -or $remove.Count -gt 0; $try++) {
      try {
        Set-MgUserLicense -UserId $id -AddLicenses $add -RemoveLicenses $remove | Out-Null
        break
      } catch {
        # a usage location that was just set may need a while
        if (-not $setsLocation -or $try -ge 6 -or $_.Exception.Message -notmatch 'usage location') { throw }
        Start-Sleep -Seconds 20
      }
    }
    Write-Outcome $id $name 'applied' $detail
  } catch {
    # an answer from Microsoft 365 is final; anything else is tried again when the script is run again
    $status = $null
    if ($_.Exception.PSObject.Properties['ResponseStatusCode']) { $status = [int] $_.Exception.ResponseStatusCode }
    $isRefused = $_.Exception.Message -match 'Request_BadRequest|Authorization_RequestDenied' -or ($status -ge 400 -and $status -lt 500 -and $status -ne 429)
    Write-Outcome $id $name $(if ($isRefused) { 'rejected' } else { 'failed' }) (($detail, $_.Exception.Message) -ne '' -join '; ')
  }
}

if ($tenantId) { Connect-MgGraph -TenantId $tenantId -Scopes $scopes -NoWelcome } else { Connect-MgGraph -Scopes $scopes -NoWelcome }
$connected = (Get-MgContext).TenantId
if ($tenantId -and $connected -ne $tenantId) { throw "Signed in to another tenant: $connected" }
Write-Host ('{0}: {1} users, tenant {2}' -f $customerName, $users.Count, $connected)
if ((Read-Host 'Type the number of users to go on') -ne [string] $users.Count) { throw 'Nothing was done.' }

# What an earlier run of this script ended is not done again.
$ended = @{}
if (Test-Path -LiteralPath $OutcomeFile) {
  foreach ($row in Import-Csv -LiteralPath $OutcomeFile) {
    if ($row.PlanId -eq $planId -and $row.Outcome -ne 'failed') { $ended[$row.UserId] = $true }
  }
}
$count = 0
foreach ($entry in $users) {
  $count++
  Write-Progress -Activity $customerName -Status ([string] $entry[1]) -PercentComplete (100 * $count / $users.Count)
  if (-not $ended.ContainsKey($entry[0])) { Invoke-Work $entry[0] $entry[1] $works[$entry[2]] }
}
Write-Host ('Outcomes: {0}. Import this file in Seatwise.' -f $OutcomeFile)
`;
