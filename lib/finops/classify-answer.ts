/** What answered a caller without a token. */
export type ChallengeKind =
  | 'finops'
  | 'login_page'
  | 'redirect'
  | 'dataverse'
  | 'business_central'
  | 'maintenance'
  | 'other'

type Answer = Readonly<{
  host: string
  status: number
  headers: Readonly<Record<string, string>>
  body: string
  /** Parameters of the bearer challenge; undefined where there is none. */
  bearer: ReadonlyMap<string, string> | undefined
}>

const dataverseHost = /(^|\.)crm\d*(\.[a-z]+)*\.(dynamics\.(com|cn|us)|microsoftdynamics\.us)$/i
const businessCentralHost = /(^|\.)(api\.)?businesscentral\.dynamics\.com$/i
/** What only Business Central calls a caller without a token. */
const businessCentralCode = 'Authentication_InvalidCredentials'
/** Dataverse numbers its errors as Windows does. */
const dataverseCode = /^0x80[0-9a-f]{6}$/i
const maintenanceWords =
  /\b(maintenance|being serviced|servicing (window|operation)|temporarily unavailable|under update)\b/i

/** Tells what answered a caller who brought no token. */
export function classifyAnswer(answer: Answer): ChallengeKind {
  const { status } = answer
  const neighbour = neighbourOf(answer)
  if (neighbour) return neighbour
  if (status === 401) return isBearerRefusal(answer) ? 'finops' : 'other'
  if (status >= 300 && status < 400) return 'redirect'
  if (isMaintenance(answer)) return 'maintenance'
  return status < 300 && isHtml(answer) ? 'login_page' : 'other'
}

/** Products of the same family, by their address, by what they want a token for, or by their codes. */
function neighbourOf({ host, bearer, body }: Answer): ChallengeKind | undefined {
  const wanted = hostOf(bearer?.get('resource_id'))
  const code = /"code"\s{0,3}:\s{0,3}"(\w{1,80})"/.exec(body)?.[1] ?? ''
  const isOf = (hosts: RegExp) => hosts.test(host) || hosts.test(wanted)
  if (isOf(businessCentralHost) || code === businessCentralCode) return 'business_central'
  return isOf(dataverseHost) || dataverseCode.test(code) ? 'dataverse' : undefined
}

function isMaintenance(answer: Answer): boolean {
  return answer.status === 503 || (isHtml(answer) && maintenanceWords.test(answer.body))
}

/** F&O refuses with a bearer challenge, or with a bare 401; never with another scheme alone. */
function isBearerRefusal({ headers, bearer }: Answer): boolean {
  return bearer !== undefined || headers['www-authenticate'] === undefined
}

function isHtml({ headers }: Answer): boolean {
  return /\bhtml\b/i.test(headers['content-type'] ?? '')
}

function hostOf(resourceId: string | undefined): string {
  return resourceId !== undefined && URL.canParse(resourceId) ? new URL(resourceId).hostname : ''
}
