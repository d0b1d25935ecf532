import type { KnownFinding } from '@/lib/diagnosis/finding-rules'
import { signOfPerson } from '@/lib/diagnosis/person-account'
import { failedFinding, orFailed, warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { orCannotTell, quoted, type Row, readRows, textOf } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'

/** The client id is mapped to a user that exists, is enabled, and is nobody's but this app's. */
export async function checkMappedUser(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, () =>
    orCannotTell('which user the app acts as', async () => {
      const userId = await findMappedUser(scope)
      if (userId === undefined) {
        return {
          verdict: 'skipped',
          summary:
            'Cannot tell which user the app acts as: its row is not among those it may read.',
          evidence: [],
        }
      }
      return await judgeUser(scope, userId)
    }),
  )
}

async function findMappedUser(scope: CheckScope): Promise<string | undefined> {
  const clientId = scope.subject.clientId ?? ''
  const rows = await readRows(scope, {
    path: 'SysAADClients',
    query: { $filter: `AADClientId eq ${quoted(clientId)}`, $top: '1' },
  })
  return textOf(rows[0], 'UserId')
}

async function judgeUser(scope: CheckScope, userId: string): Promise<CheckOutcome> {
  const user = await readUser(scope, userId)
  if (user === 'unreadable') {
    return {
      verdict: 'passed',
      summary: `The app acts as ${userId}; whether that user is enabled cannot be read.`,
      evidence: evidence({ 'User ID': userId }),
      found: { userId },
    }
  }
  const apps = user && (await appsOf(scope, userId))
  const facts = evidence({
    'User ID': userId,
    Name: textOf(user, 'UserName'),
    'Signs in as': textOf(user, 'Alias'),
    Person: textOf(user, 'PersonName'),
    'Default company': textOf(user, 'Company'),
    Enabled: user ? String(isEnabled(user)) : undefined,
    'Apps that act as it': apps,
  })
  const told = { user: userId }
  if (!user) return failedFinding(scope, { id: 'proof.user-missing', facts: told }, facts)
  if (!isEnabled(user)) {
    return failedFinding(scope, { id: 'proof.user-disabled', facts: told }, facts)
  }

  const company = textOf(user, 'Company')
  const found = { userId, isUserRead: true, ...(company && { company }) }
  const concern = concernOf(user, { userId, apps: apps ?? 1 })
  if (concern) return warnedFinding(scope, concern, { evidence: facts, found })
  const summary = `The app acts as ${userId}, which is enabled.`
  return { verdict: 'passed', summary, evidence: facts, found }
}

async function readUser(
  scope: CheckScope,
  userId: string,
): Promise<Row | undefined | 'unreadable'> {
  let user: Row | undefined
  const refused = await orCannotTell('', async () => {
    const query = { $filter: `UserID eq ${quoted(userId)}`, $top: '1' }
    user = (await readRows(scope, { path: 'SystemUsers', query }))[0]
    return { verdict: 'passed', summary: '', evidence: [] }
  })
  return refused.verdict === 'skipped' ? 'unreadable' : user
}

/** How many client ids are mapped to the user. */
async function appsOf(scope: CheckScope, userId: string): Promise<number> {
  const rows = await readRows(scope, {
    path: 'SysAADClients',
    query: { $filter: `UserId eq ${quoted(userId)}`, $top: '50' },
  })
  return rows.length
}

/** The worst of what is worth saying; what else there is stands in the evidence. */
export function concernOf(
  user: Row,
  { userId, apps }: Readonly<{ userId: string; apps: number }>,
): KnownFinding | undefined {
  const told = { user: userId }
  if (userId.toLowerCase() === 'admin') return { id: 'proof.user-admin', facts: told }
  const sign = signOfPerson({
    userId,
    name: textOf(user, 'UserName'),
    person: textOf(user, 'PersonName'),
    alias: textOf(user, 'Alias') ?? textOf(user, 'Email'),
    isExternal: user.ExternalUser === true || user.ExternalUser === 'Yes',
  })
  if (sign === 'likely') return { id: 'proof.user-is-person', facts: told }
  if (apps > 1) return { id: 'proof.user-shared', facts: { ...told, apps: `${apps} apps` } }
  return sign === 'possible' ? { id: 'proof.user-maybe-person', facts: told } : undefined
}

/** A NoYes enum or a boolean, by the version of the entity. */
function isEnabled(user: Row): boolean {
  const enabled = user.Enabled
  return enabled === true || enabled === 'Yes' || enabled === undefined
}
