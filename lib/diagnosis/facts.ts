import type { Evidence } from '@/lib/diagnosis/evidence'
import { isMicrosoftHost } from '@/lib/diagnosis/tls-issuers'
import { guidPattern } from '@/lib/steps/slip'

/** A secret younger than this may not have reached every Entra server. */
const secretIsNewSeconds = 300

const dynamicsErp = '00000015-0000-0000-c000-000000000000'

const facts = {
  'token-minted': ({ context }) => context.tokenMinted === true,
  'token-absent': ({ context }) => context.tokenMinted === false,
  'secret-new': ({ context }) =>
    context.secretAgeSeconds !== undefined && context.secretAgeSeconds < secretIsNewSeconds,
  'audience-wrong': ({ context: { claims, environmentUrl } }) =>
    typeof claims?.aud === 'string' &&
    environmentUrl !== null &&
    claims.aud !== environmentUrl &&
    claims.aud !== dynamicsErp,
  'tenant-wrong': ({ context: { claims, environmentTenantId } }) =>
    typeof claims?.tid === 'string' &&
    guidPattern.test(environmentTenantId ?? '') &&
    claims.tid.toLowerCase() !== environmentTenantId?.toLowerCase(),
  'token-expired': ({ context: { claims }, failure }) =>
    typeof claims?.exp === 'number' && claims.exp * 1000 <= Date.parse(failure.at),
  'token-not-yet-valid': ({ context: { claims }, failure }) =>
    typeof claims?.nbf === 'number' && claims.nbf * 1000 > Date.parse(failure.at),
  'authority-custom': ({ context }) => context.cloud === 'custom',
  'no-service-principal': ({ context: { claims } }) =>
    claims !== undefined && !Object.hasOwn(claims, 'oid'),
  'no-data-in-path': ({ path }) => !/(^|\/)(data|metadata|api|soap|connector)(\/|$)/i.test(path),
  'key-in-path': ({ path }) => path.includes('('),
  html: ({ failure }) =>
    /^text\/html/i.test(failure.headers['content-type'] ?? '') ||
    /^\s*<(!doctype html|html|head|body)/i.test(failure.bodyExcerpt ?? ''),
  'microsoft-host': ({ host }) => host !== null && isMicrosoftHost(host),
  write: ({ failure }) => /^(POST|PATCH|PUT|DELETE|MERGE)$/i.test(failure.method),
  'own-tables': ({ path }) =>
    /\/(SysAADClients|SystemUsers|SecurityUserRoles|SystemSecurityUserRole\w*)\b/i.test(path),
} as const satisfies Record<string, (evidence: Evidence) => boolean>

/** Something that is true of the evidence as a whole and no pattern could tell. */
export type FactId = keyof typeof facts

/** Whether the fact `id` holds. */
export function holds(id: FactId, evidence: Evidence): boolean {
  return facts[id](evidence)
}
