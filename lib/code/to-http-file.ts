import { type CodeRequest, secretVariable } from '@/lib/code/code-request'

/**
 * Requests for the HTTP files of Visual Studio, VS Code (REST Client) and their kin. Such a file
 * cannot loop: the next page is a request of its own, and so is trying again after a 429.
 */
export function toHttpFile({ title, tokenUrl, clientId, scope, url }: CodeRequest): string {
  return `# Reads ${title} from Finance & Operations. Send the requests from top to bottom.
# The secret of the app comes from the environment variable ${secretVariable}, which must be set
# where the editor was started. Where it holds + & % or =, keep it there percent-encoded.

### 1. Token
# @name token
POST ${tokenUrl}
Content-Type: application/x-www-form-urlencoded

grant_type=client_credentials&client_id=${encodeURIComponent(clientId)}&client_secret={{$processEnv ${secretVariable}}}&scope=${encodeURIComponent(scope)}

### 2. Rows. On 429, wait as many seconds as Retry-After says, and send it again.
# @name rows
GET ${url}
Authorization: Bearer {{token.response.body.$.access_token}}
Accept: application/json

### 3. Next page, for as long as an answer holds an @odata.nextLink
# @name rows
GET {{rows.response.body.$['@odata.nextLink']}}
Authorization: Bearer {{token.response.body.$.access_token}}
Accept: application/json
`
}
