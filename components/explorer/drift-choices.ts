import { toMoment } from '@/components/ui/duration'
import type { CatalogReading } from '@/lib/contract/catalog'
import type { CatalogFile } from '@/lib/contract/catalog-file'
import type { Connection } from '@/lib/contract/connection'

export type DriftChoice = Readonly<{ value: string; label: string }>

type Others = Readonly<{ connections: readonly Connection[]; files: readonly CatalogFile[] }>

/**
 * What the present catalog of a connection or a file can be compared with: what it was before,
 * newest first, then every other connection, then files.
 */
export function driftChoices(
  ownerId: string,
  readings: readonly CatalogReading[],
  { connections, files }: Others,
): readonly DriftChoice[] {
  const earlier = readings.slice(1).map(({ hash, lastReadAt }) => ({
    value: hash,
    label: `This environment as it was until ${toMoment(lastReadAt)}`,
  }))
  const others = connections
    .filter(({ id }) => id !== ownerId)
    .map(({ id, name, environmentUrl }) => ({
      value: id,
      label: `${name} (${environmentUrl.replace(/^https:\/\//, '')})`,
    }))
  const fromFiles = files
    .filter(({ id }) => id !== ownerId)
    .map(({ id, name, addedAt }) => ({
      value: id,
      label: `${name}, a file of ${toMoment(addedAt)}`,
    }))
  return [...earlier, ...others, ...fromFiles]
}
