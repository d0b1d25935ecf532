import type { AuditRow } from '@/lib/audit/list-audit'
import type { ConfigurationChange } from '@/lib/contract/comparison'
import type { Actor } from '@/lib/log/context'

const fieldWords: Readonly<Record<string, string>> = {
  name: 'the name',
  environmentUrl: 'the address of the environment',
  cloud: 'the cloud',
  authorityUrl: 'the sign-in authority',
  tenantId: 'the tenant',
  clientId: 'the client id',
}

/** What the audit log says was done to a connection, as sentences about people. */
export function toConfigurationChanges(rows: readonly AuditRow[]): ConfigurationChange[] {
  return rows.map((row) => ({
    at: row.at.toISOString(),
    who: whoWords(row.actor),
    what: whatWords(row),
    fields: fieldsOf(row),
  }))
}

function whoWords(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return actor.name
    case 'token':
      return `the token “${actor.name}”`
    case 'system':
      return 'Fivestep itself'
    case 'anonymous':
      return 'Somebody'
  }
}

function whatWords(row: AuditRow): string {
  switch (row.action) {
    case 'connection.create':
      return 'made the connection'
    case 'connection.update':
      return `changed ${listed(fieldsOf(row).map((field) => fieldWords[field] ?? field))}`
    case 'credential.put':
      return 'stored another secret'
    default:
      // Whatever is added later is told by its name until it has words of its own.
      return `did “${row.action}”`
  }
}

function fieldsOf({ action, detail }: AuditRow): string[] {
  if (action.startsWith('credential.')) return ['secret']
  if (action === 'connection.create') return Object.keys(fieldWords)
  const { changed } = detail
  return Array.isArray(changed) ? changed.filter((field) => typeof field === 'string') : []
}

function listed(items: readonly string[]): string {
  if (items.length === 0) return 'something'
  const last = items.at(-1) ?? ''
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}
