import { type CodeRequest, secretVariable, toOptionName } from '@/lib/code/code-request'
import { quoteShell } from '@/lib/code/quote'

/**
 * A script for bash that needs nothing but curl. The secret and the token never stand in an
 * argument, where every user of the machine could read them.
 */
export function toCurl({
  title,
  tokenUrl,
  clientId,
  resource,
  path,
  options,
}: CodeRequest): string {
  const read = [`read_page --get "$resource"${quoteShell(path)}`, ...options.map(toData)]
  return `#!/usr/bin/env bash
# Reads ${title} from Finance & Operations and prints one page a line, as JSON.
# Needs curl 7.76 or newer, and the secret of the app in the environment:
#   export ${secretVariable}=...
set -euo pipefail
: "\${${secretVariable}:?has to hold the secret of the app}"

token_url=${quoteShell(tokenUrl)}
client_id=${quoteShell(clientId)}
resource=${quoteShell(resource)}
page=$(mktemp)
trap 'rm -f "$page"' EXIT

# On 429, curl waits as long as Retry-After says and tries again.
call() {
  curl --silent --show-error --fail-with-body --globoff --max-time 300 \\
    --retry 8 --retry-max-time 900 --output "$page" "$@" ||
    { cat "$page" >&2; return 1; }
}

mint_token() {
  printf %s "$${secretVariable}" | call "$token_url" \\
    --data grant_type=client_credentials \\
    --data-urlencode "client_id=$client_id" \\
    --data-urlencode client_secret@- \\
    --data-urlencode "scope=$resource/.default"
  token=$(sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p' "$page")
  minted_at=$SECONDS
}

read_page() {
  call --header @<(printf 'Authorization: Bearer %s\\n' "$token") \\
    --header 'Accept: application/json' "$@"
}

next_link() {
  { grep -o '"@odata\\.nextLink" *: *"[^"]*"' "$page" || true; } |
    sed 's/^"[^"]*" *: *"//; s/"$//; s/\\\\u0026/\\&/g; s/\\\\u0027/%27/g; s/\\\\\\//\\//g'
}

mint_token
${read.join(' \\\n  ')}
while cat "$page" && echo && next=$(next_link) && [ -n "$next" ]; do
  # The token is for this environment only.
  case $next in "$resource"/*) ;; *) echo "unexpected next link: $next" >&2; exit 1 ;; esac
  if ((SECONDS - minted_at > 2400)); then mint_token; fi
  read_page "$next"
done
`
}

/** curl encodes values itself, unless one holds what no argument can carry. */
function toData([name, value]: readonly [string, string]): string {
  const isPlain = !/\p{Cc}/u.test(value)
  return isPlain
    ? `--data-urlencode ${quoteShell(`${toOptionName(name)}=${value}`)}`
    : `--data ${quoteShell(`${toOptionName(name)}=${encodeURIComponent(value)}`)}`
}
