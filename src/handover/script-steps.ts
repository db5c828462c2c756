import { SET_LOCATION } from './script-words.ts';

/**
 * The end of every script: the same text whatever the plan, so that it can be read and trusted once. It
 * speaks with Graph by `Invoke-MgGraphRequest` alone: the cmdlets made for one request each drop an empty
 * `addLicenses` from it since 2.26 (microsoftgraph/msgraph-sdk-powershell#3245), and do not stop at an
 * error that a script wants to catch (#896).
 */
export const SCRIPT_STEPS = String.raw`
# One request: its status (0 where no answer came), the answer, and what Microsoft 365 says of an error.
function Invoke-Graph([string] $method, [string] $path, $body = $null) {
  $status = 0
  $request = @{
    Method = $method; Uri = '/v1.0/' + $path; OutputType = 'Json'; ErrorAction = 'Stop'
    SkipHttpErrorCheck = $true; StatusCodeVariable = 'status'
  }
  if ($null -ne $body) {
    $request.Body = ConvertTo-Json $body -Depth 5 -Compress
    $request.ContentType = 'application/json'
  }
  $answer = $null; $message = ''; $requestId = ''
  try {
    $text = [string] (Invoke-MgGraphRequest @request)
    if ($text) { $answer = ConvertFrom-Json $text }
  } catch {
    $message = $_.Exception.Message
  }
  if ($status -ge 400) {
    $message = "status $status"
    if ($null -ne $answer -and $answer.PSObject.Properties['error']) {
      $message = [string] $answer.error.message
      $inner = $answer.error.PSObject.Properties['innerError']
      if ($inner -and $inner.Value.PSObject.Properties['request-id']) { $requestId = [string] $inner.Value.'request-id' }
    }
  }
  return @{ Status = $status; Answer = $answer; Message = $message; RequestId = $requestId; IsDone = $status -ge 200 -and $status -lt 300 }
}

# True for a way by which the user has the license: one in error failed, of other states nobody knows.
function Test-Gives($state) {
  return @('', 'Active', 'ActiveWithError') -contains [string] $state.state
}

# How the user holds the product directly; 'unknown' where it is held and nothing says how.
function Get-DirectPath($user, [string] $skuId) {
  $byGroup = $false; $unclear = $false
  foreach ($state in @($user.licenseAssignmentStates)) {
    if ($null -eq $state -or [string] $state.skuId -ne $skuId) { continue }
    if (-not (Test-Gives $state)) {
      if ([string] $state.state -ne 'Error') { $unclear = $true }
      continue
    }
    if ($state.assignedByGroup) { $byGroup = $true; continue }
    $off = [string[]] @($state.disabledPlans | Where-Object { $_ } | ForEach-Object { ([string] $_).ToLowerInvariant() })
    [Array]::Sort($off, [StringComparer]::Ordinal)
    return 'off:' + ($off -join ',')
  }
  if ($byGroup) { return 'absent' }
  foreach ($license in @($user.assignedLicenses)) {
    if ($null -ne $license -and [string] $license.skuId -eq $skuId) { $unclear = $true }
  }
  if ($unclear) { return 'unknown' }
  return 'absent'
}

# The groups that give the user the product.
function Get-Groups($user, [string] $skuId) {
  foreach ($state in @($user.licenseAssignmentStates)) {
    if ($null -eq $state -or -not $state.assignedByGroup -or [string] $state.skuId -ne $skuId) { continue }
    if (Test-Gives $state) { ([string] $state.assignedByGroup).ToLowerInvariant() }
  }
}

# True where the license goes, or one of its service plans.
function Test-TakesAway($touch) {
  if ($touch.Target -eq 'absent') { return $true }
  if ($touch.Before -eq 'absent') { return $false }
  $off = if ($touch.Before -eq 'unknown') { @() } else { $touch.Before.Substring(4).Split(',') }
  return @($touch.Target.Substring(4).Split(',') | Where-Object { $_ -and $off -notcontains $_ }).Count -gt 0
}

# True where the user has the service plan on once the work is done; without a plan: where any may be on.
function Test-Keeps($user, $work, [string] $skuId, [string] $plan, [bool] $isSure) {
  $touch = $work.Touches | Where-Object { $_.SkuId -eq $skuId }
  if ($touch -and $touch.Target -ne 'absent' -and (-not $plan -or $touch.Target.Substring(4).Split(',') -notcontains $plan)) { return $true }
  foreach ($state in @($user.licenseAssignmentStates)) {
    if ($null -eq $state -or [string] $state.skuId -ne $skuId -or -not (Test-Gives $state)) { continue }
    if ($touch -and -not $state.assignedByGroup) { continue }
    if (-not $plan -or @($state.disabledPlans | ForEach-Object { [string] $_ }) -notcontains $plan) { return $true }
  }
  return -not $isSure -and -not $touch -and (Get-DirectPath $user $skuId) -eq 'unknown'
}

# What was to keep mail or files when the rest goes, and does not; empty where all is kept.
function Get-Unkept($user, $work) {
  foreach ($kept in $work.KeptBy) {
    $isSure = -not $kept.StartsWith('?')
    $isKept = $false
    foreach ($keeper in $kept.TrimStart('?', ' ').Split(' ')) {
      $skuId, $plan = $keeper.Split(':')
      if (Test-Keeps $user $work $skuId $plan $isSure) { $isKept = $true }
    }
    if (-not $isKept) { return $kept }
  }
  return ''
}

# Empty when the user is as the plan knows it; else what is different.
function Get-Difference($user, $work) {
  foreach ($touch in $work.Touches) {
    $now = Get-DirectPath $user $touch.SkuId
    if ($now -eq $touch.Target) { continue }
    if ($null -ne $touch.Groups) {
      $groups = @(Get-Groups $user $touch.SkuId)
      if (@($groups | Where-Object { $touch.Groups -notcontains $_ }).Count -gt 0) { return 'now through a group: ' + $touch.SkuId }
      $lost = @($touch.Groups | Where-Object { $groups -notcontains $_ }).Count -gt 0
      if ($lost -and (Test-TakesAway $touch)) { return 'no longer through a group: ' + $touch.SkuId }
    }
    if ($touch.Before -ne 'unknown' -and $now -ne $touch.Before) { return 'license changed: ' + $touch.SkuId }
  }
  $unkept = Get-Unkept $user $work
  if ($unkept) { return 'nothing would keep mail or files any more: ' + $unkept }
  if ($work.Location) {
    $location = [string] $user.usageLocation
    $before = if ($work.LocationBefore -eq 'unknown') { '' } else { $work.LocationBefore }
    if ($location -ne $work.Location -and $location -ne $before) { return 'usage location changed: ' + $location }
  }
  return ''
}

# A cell that a spreadsheet would run is made a text.
function Get-Cell([string] $text) {
  if ($text -match '^\s*[=+\-@|]') { return '''' + $text }
  return $text
}

function Write-Outcome([string] $id, [string] $name, [string] $outcome, [string] $detail, [string] $requestId = '') {
  [pscustomobject] @{
    PlanId = $planId; UserId = $id; UserPrincipalName = Get-Cell $name; Outcome = $outcome; Detail = Get-Cell $detail
    RequestId = $requestId; At = [DateTime]::UtcNow.ToString('o')
  } | Export-Csv -LiteralPath $OutcomeFile -Append -NoTypeInformation -Encoding UTF8
}

# Only 400 is the last word about what was asked for; everything else is tried when the script is run again.
function Write-Refusal([string] $id, [string] $name, $answer, [string] $done = '') {
  $isFinal = $answer.Status -eq 400 -and $answer.Message -notmatch 'concurrency'
  $detail = @($done, $answer.Message | Where-Object { $_ }) -join '; '
  Write-Outcome $id $name $(if ($isFinal) { 'rejected' } else { 'failed' }) $detail $answer.RequestId
  if ($answer.Status -eq 401 -or $answer.Status -eq 403) { $script:denied++ } else { $script:denied = 0 }
  if ($script:denied -ge 5) { throw 'Five refusals in a row for want of access: ' + $answer.Message + ' Nothing more was done. Run the script again with an account that has the role.' }
}

function Invoke-Work([string] $id, [string] $name, $work) {
  $read = Invoke-Graph 'GET' ('users/' + $id + '?$select=id,usageLocation,assignedLicenses,licenseAssignmentStates')
  if ($read.Status -eq 404) {
    Write-Outcome $id $name 'skipped' $read.Message $read.RequestId
    return
  }
  if (-not $read.IsDone -or $null -eq $read.Answer) {
    # what cannot be read is not changed, and is no outcome
    $read.Status = if ($read.Status -eq 400) { 0 } else { $read.Status }
    Write-Refusal $id $name $read
    return
  }
  $user = $read.Answer
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
    $add += @{ skuId = $touch.SkuId; disabledPlans = $off }
  }
  $setsLocation = $work.Location -and [string] $user.usageLocation -ne $work.Location
  if ($add.Count -eq 0 -and $remove.Count -eq 0 -and -not $setsLocation) {
    Write-Outcome $id $name 'already' ''
    return
  }
  if (-not $PSCmdlet.ShouldProcess($name, "assign $($add.Count), revoke $($remove.Count)")) { return }
  $done = ''
  if ($setsLocation) {
    $set = Invoke-Graph 'PATCH' ('users/' + $id) @{ usageLocation = $work.Location }
    if (-not $set.IsDone) {
      Write-Refusal $id $name $set
      return
    }
    $done = '${SET_LOCATION}'
  }
  for ($try = 1; $add.Count -gt 0 -or $remove.Count -gt 0; $try++) {
    $sent = Invoke-Graph 'POST' ('users/' + $id + '/assignLicense') @{ addLicenses = $add; removeLicenses = $remove }
    if ($sent.IsDone) { break }
    # a usage location that was just set may need a while
    if ($setsLocation -and $try -lt 6 -and $sent.Message -match 'usage location') {
      Start-Sleep -Seconds 20
      continue
    }
    Write-Refusal $id $name $sent $done
    return
  }
  $script:denied = 0
  Write-Outcome $id $name 'applied' $done
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
$count = 0; $denied = 0
foreach ($entry in $users) {
  $count++
  Write-Progress -Activity $customerName -Status ([string] $entry[1]) -PercentComplete (100 * $count / $users.Count)
  if (-not $ended.ContainsKey($entry[0])) { Invoke-Work $entry[0] $entry[1] $works[$entry[2]] }
}
Write-Host ('Outcomes: {0}. Import this file in Seatwise.' -f $OutcomeFile)
`;
