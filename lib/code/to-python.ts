import { type CodeRequest, secretVariable } from '@/lib/code/code-request'
import { quoteDouble } from '@/lib/code/quote'

/** A program for Python's standard library: there is no package to ask for, and none to age. */
export function toPython(request: CodeRequest): string {
  const { title, tokenUrl, clientId, resource, path, options } = request
  const pairs = options.map((pair) => `    (${pair.map(quoteDouble).join(', ')}),\n`).join('')
  return `# Reads ${title} from Finance & Operations, page by page, and prints one row a line.
# Python 3.9 or newer, standard library only. The secret of the app comes from the environment:
#   ${secretVariable}=... python3 read_rows.py
import json
import os
import time
from email.utils import parsedate_to_datetime
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

TOKEN_URL = ${quoteDouble(tokenUrl)}
CLIENT_ID = ${quoteDouble(clientId)}
RESOURCE = ${quoteDouble(resource)}
PATH = ${quoteDouble(path)}
OPTIONS = [
${pairs}]

token = {"value": "", "expires_at": 0.0}


def call(request):
    """Waits as long as Retry-After says when the answer is 429, and tries again."""
    for attempt in range(1, 9):
        try:
            with urlopen(request, timeout=300) as answer:
                return json.load(answer)
        except HTTPError as error:
            if error.code != 429 or attempt == 8:
                raise SystemExit(f"{error.code} {error.read().decode()}") from error
            time.sleep(wait_seconds(error.headers.get("Retry-After", "10")))


def wait_seconds(retry_after):
    """Retry-After is a number of seconds or a date."""
    if retry_after.isdigit():
        return int(retry_after)
    return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())


def mint_token():
    if time.time() < token["expires_at"] - 300:
        return token["value"]
    secret = os.environ.get("${secretVariable}")
    if not secret:
        raise SystemExit("${secretVariable} has to hold the secret of the app")
    form = {
        "grant_type": "client_credentials",
        "client_id": CLIENT_ID,
        "client_secret": secret,
        "scope": f"{RESOURCE}/.default",
    }
    answer = call(Request(TOKEN_URL, data=urlencode(form).encode()))
    token.update(value=answer["access_token"], expires_at=time.time() + answer["expires_in"])
    return token["value"]


def read_rows():
    search = urlencode(OPTIONS, quote_via=quote, safe="$")
    url = RESOURCE + PATH + (f"?{search}" if search else "")
    while url:
        # The token is for this environment only.
        if not url.startswith(f"{RESOURCE}/"):
            raise SystemExit(f"unexpected next link: {url}")
        headers = {"Authorization": f"Bearer {mint_token()}", "Accept": "application/json"}
        page = call(Request(url, headers=headers))
        yield from page.get("value", [page])
        url = page.get("@odata.nextLink")


if __name__ == "__main__":
    for row in read_rows():
        print(json.dumps(row, ensure_ascii=False))
`
}
