import { readFile } from 'node:fs/promises'
import { ManagedIdentityApplication } from '@azure/msal-node'
import { env } from '@/lib/env/env'

/** For what a platform's token is asked, when it is to be exchanged for one of Entra's. */
export const exchangeAudience = 'api://AzureADTokenExchange'

type AssertionErrorCode = 'not_configured' | 'unreadable' | 'no_token' | 'refused'

const details: Readonly<Record<AssertionErrorCode, string>> = {
  not_configured: 'AZURE_FEDERATED_TOKEN_FILE is not set where Fivestep runs.',
  unreadable: 'The file that AZURE_FEDERATED_TOKEN_FILE names cannot be read.',
  no_token: 'The file that AZURE_FEDERATED_TOKEN_FILE names holds no JSON Web Token.',
  refused: 'The machine that Fivestep runs on has no managed identity that gives a token.',
}

/** The platform gave no token to vouch for the app. `detail` is for whoever runs the server. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError'
  readonly code: AssertionErrorCode
  readonly detail: string

  constructor(code: AssertionErrorCode, options?: ErrorOptions) {
    super(`${code}: ${details[code]}`, options)
    this.code = code
    this.detail = details[code]
  }
}

/**
 * The token with which the platform vouches for the app: read from the file that it keeps fresh
 * (`AZURE_FEDERATED_TOKEN_FILE`, as Kubernetes and GitHub set it), or asked from the managed
 * identity of the machine. It is read anew for every mint: such a token lives an hour or less.
 *
 * Which file and which endpoint is the operator's choice, by the environment alone; nobody who can
 * only sign in can make the server read another file.
 *
 * @throws {AssertionError}
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export async function readAssertion(source: 'file' | 'managed-identity'): Promise<string> {
  return source === 'file' ? await readTokenFile() : await askIdentity()
}

async function readTokenFile(): Promise<string> {
  const path = env().AZURE_FEDERATED_TOKEN_FILE
  if (path === undefined) {
    throw new AssertionError('not_configured')
  }
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AssertionError('unreadable', { cause })
  })
  const token = text.trim()
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token
  throw new AssertionError('no_token')
}

async function askIdentity(): Promise<string> {
  const clientId = env().AZURE_CLIENT_ID
  try {
    const identity = new ManagedIdentityApplication(
      clientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } },
    )
    const answer = await identity.acquireToken({ resource: exchangeAudience })
    return answer.accessToken
  } catch (cause) {
    throw new AssertionError('refused', { cause })
  }
}
