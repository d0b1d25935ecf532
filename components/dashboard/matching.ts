import { hostOf } from '@/components/dashboard/host-of'
import type { Connection } from '@/lib/contract/connection'

/** Connections in which every word of `text` occurs: in name, host, tenant or client id. */
export function matchingConnections(
  connections: readonly Connection[],
  text: string,
): readonly Connection[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return connections
  return connections.filter((connection) => {
    const { name, environmentUrl, tenantId, clientId } = connection
    const hay = [name, hostOf(environmentUrl), tenantId, clientId].join(' ').toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}
