import { type CodeRequest, secretVariable } from '@/lib/code/code-request'
import { quotePowerShell } from '@/lib/code/quote'

/** A script that writes the rows to the pipeline, as objects. */
export function toPowerShell(request: CodeRequest): string {
  const { title, tokenUrl, clientId, resource, path, options } = request
  const pairs = options.map(
    ([name, value]) =>
      `  @{ Name = ${quotePowerShell(name)}; Value = ${quotePowerShell(value)} }\n`,
  )
  return `#Requires -Version 7.0
# Reads ${title} from Finance & Operations, page by page, and writes its rows to the pipeline:
#   ./Read-Rows.ps1 | Export-Csv rows.csv
# The secret of the app comes from the environment: $env:${secretVariable}
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not $env:${secretVariable}) { throw '${secretVariable} has to hold the secret of the app' }

$tokenUrl = ${quotePowerShell(tokenUrl)}
$clientId = ${quotePowerShell(clientId)}
$resource = ${quotePowerShell(resource)}
$path = ${quotePowerShell(path)}
$options = @(
${pairs.join('')})
$token = @{ Value = ''; ExpiresAt = [DateTimeOffset]::MinValue }

# Waits as long as Retry-After says when the answer is 429, and tries again.
function Invoke-Call([hashtable] $Call) {
  for ($attempt = 1; ; $attempt++) {
    $answer = Invoke-WebRequest @Call -SkipHttpErrorCheck -TimeoutSec 300
    if ($answer.StatusCode -lt 300) { return $answer.Content | ConvertFrom-Json }
    if ($answer.StatusCode -ne 429 -or $attempt -eq 8) {
      throw "$($answer.StatusCode) $($answer.Content)"
    }
    $after = "$($answer.Headers['Retry-After'])"
    $seconds = 10
    $date = [DateTimeOffset]::MinValue
    if (-not [int]::TryParse($after, [ref] $seconds)) {
      $seconds = 10
      if ([DateTimeOffset]::TryParse($after, [ref] $date)) {
        $seconds = [Math]::Max(0, ($date - [DateTimeOffset]::UtcNow).TotalSeconds)
      }
    }
    Start-Sleep -Seconds $seconds
  }
}

function Get-Token {
  if ([DateTimeOffset]::UtcNow -gt $token.ExpiresAt) {
    $answer = Invoke-Call @{
      Method = 'Post'
      Uri    = $tokenUrl
      Body   = @{
        grant_type    = 'client_credentials'
        client_id     = $clientId
        client_secret = $env:${secretVariable}
        scope         = "$resource/.default"
      }
    }
    $token.Value = $answer.access_token
    $token.ExpiresAt = [DateTimeOffset]::UtcNow.AddSeconds($answer.expires_in - 300)
  }
  $token.Value
}

$pairs = foreach ($option in $options) {
  [Uri]::EscapeDataString($option.Name) + '=' + [Uri]::EscapeDataString($option.Value)
}
$next = $resource + $path + $(if ($pairs) { '?' + ($pairs -join '&') })
while ($next) {
  # The token is for this environment only.
  if (-not $next.StartsWith("$resource/", [StringComparison]::Ordinal)) {
    throw "Unexpected next link: $next"
  }
  $headers = @{ Authorization = "Bearer $(Get-Token)"; Accept = 'application/json' }
  $page = Invoke-Call @{ Uri = $next; Headers = $headers }
  if ($page.PSObject.Properties['value']) { $page.value } else { $page }
  $link = $page.PSObject.Properties['@odata.nextLink']
  $next = if ($link) { $link.Value }
}
`
}
