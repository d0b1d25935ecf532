import { toMoment } from '@/components/ui/duration'
import type { CatalogReading } from '@/lib/contract/catalog'
import type { Connection } from '@/lib/contract/connection'

export type DriftChoice = Readonly<{ value: string; label: string }>

/**
 * What the present catalog of a connection can be compared with: what it was before, newest first,
 * then every other connection.
 */
export function driftChoices(
  connectionId: string,
  readings: readonly CatalogReading[],
  connections: readonly Connection[],
): readonly DriftChoice[] {
  const earlier = readings.slice(1).map(({ hash, lastReadAt }) => ({
    value: hash,
    label: `This environment as it was until ${toMoment(lastReadAt)}`,
  }))
  const others = connections
    .filter(({ id }) => id !== connectionId)
    .map(({ id, name, environmentUrl }) => ({
      value: id,
      label: `${name} (${environmentUrl.replace(/^https:\/\//, '')})`,
    }))
  return [...earlier, ...others]
}
