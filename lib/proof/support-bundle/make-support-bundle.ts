import { zipSync } from 'fflate'
import { recordAudit } from '@/lib/audit/record'
import { listProofs, requireProof } from '@/lib/connections/proofs'
import { requireAccess } from '@/lib/connections/require-access'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Connection } from '@/lib/contract/connection'
import type { Proof } from '@/lib/contract/proof'
import { database } from '@/lib/db/client'
import { openCredential, secretsOf } from '@/lib/entra/credential'
import type { Context } from '@/lib/log/context'
import {
  type SupportBundle,
  type ToldClaims,
  type ToldVersion,
  toBundle,
  versionOf,
} from '@/lib/proof/support-bundle/bundle'
import { redactDeep } from '@/lib/proof/support-bundle/redact-bundle'
import { toSummary } from '@/lib/proof/support-bundle/summary'
import { tokenStatus } from '@/lib/proof/token-status'
import packageJson from '@/package.json'

/** A file to hand to whoever helps. */
export type SupportFile = Readonly<{ fileName: string; zip: Uint8Array<ArrayBuffer> }>

/** How many earlier proofs are looked through for the version, where this one broke before it. */
const lookBack = 20

/**
 * One zip about one proof: `summary.md` for people, `bundle.json` for machines. Redacted: it holds
 * ids, names and claims, and neither a token nor a secret.
 *
 * @throws {ConnectionError} `not_found` for the connection and for the proof
 */
export async function makeSupportBundle(
  ctx: Context,
  input: Readonly<{ connectionId: string; proofId: string }>,
): Promise<SupportFile> {
  const bundle = await gather(ctx, input)
  await recordMaking(ctx, input)
  const encode = (text: string) => new TextEncoder().encode(text)
  const mtime = new Date(bundle.madeAt)
  const zip = zipSync(
    {
      'summary.md': encode(toSummary(bundle)),
      'bundle.json': encode(`${JSON.stringify(bundle, null, 2)}\n`),
    },
    { mtime },
  )
  return { fileName: fileNameOf(bundle), zip }
}

/**
 * The summary alone, as Markdown, to look at before anything is handed on.
 *
 * @throws {ConnectionError} `not_found` for the connection and for the proof
 */
export async function makeSupportSummary(
  ctx: Context,
  input: Readonly<{ connectionId: string; proofId: string }>,
): Promise<string> {
  return toSummary(await gather(ctx, input))
}

async function gather(
  ctx: Context,
  { connectionId, proofId }: Readonly<{ connectionId: string; proofId: string }>,
): Promise<SupportBundle> {
  const connection = await requireConnection(ctx, connectionId)
  const proof = await requireProof(ctx, connectionId, proofId)
  const bundle = toBundle({
    proof,
    connection,
    version: await newestVersion(ctx, proof),
    token: await toldClaims(ctx, connectionId),
    madeAt: ctx.now(),
    madeBy: {
      fivestep: packageJson.version,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
    },
  })
  return redactDeep(bundle, await knownSecrets(ctx, connection))
}

async function newestVersion(ctx: Context, proof: Proof): Promise<ToldVersion | null> {
  const own = versionOf(proof)
  if (own) return own
  const earlier = await listProofs(ctx, proof.connectionId, lookBack)
  return earlier.map(versionOf).find((version) => version !== undefined) ?? null
}

async function toldClaims(ctx: Context, connectionId: string): Promise<ToldClaims | null> {
  const { claims, mintedAt } = await tokenStatus(ctx, connectionId)
  if (claims.length === 0) return null
  return { mintedAt, claims: Object.fromEntries(claims.map(({ name, value }) => [name, value])) }
}

/** Known word for word, the secret is found in any place; an upstream may have repeated it. */
async function knownSecrets(ctx: Context, connection: Connection): Promise<string[]> {
  if (!connection.credential) return []
  try {
    const { credential } = await requireAccess(ctx, connection.id)
    return credential ? secretsOf(await openCredential(credential)) : []
  } catch (error) {
    // A locked vault must not keep people from help; shapes and names still blank what they know.
    ctx.log.warn({ err: error }, 'a support bundle is redacted without knowing the secret')
    return []
  }
}

async function recordMaking(
  ctx: Context,
  { connectionId, proofId }: Readonly<{ connectionId: string; proofId: string }>,
): Promise<void> {
  await database().orm.transaction(async (tx) => {
    const entry = { action: 'proof.bundle', subject: proofId, detail: { connectionId } }
    await recordAudit(tx, ctx, entry)
  })
}

function fileNameOf({ connection, verdict }: SupportBundle): string {
  const host = URL.canParse(connection.environmentUrl)
    ? new URL(connection.environmentUrl).hostname.split('.')[0]
    : 'environment'
  const at = verdict.finishedAt.slice(0, 16).replaceAll(':', '')
  return `fivestep-${host}-${at}Z.zip`
}
