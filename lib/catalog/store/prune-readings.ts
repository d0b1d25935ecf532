import { sql } from 'drizzle-orm'
import { database } from '@/lib/db/client'
import { catalogReadings } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const dayMs = 86_400_000
/** As long as it takes to look back over two of Microsoft's service updates. */
export const readingsKeptDays = 180
/** But no more than this many a connection: a catalog takes some megabytes. */
export const readingsKeptMax = 12
/** However old: the present one, and what it was before. */
const readingsKeptMin = 2

/**
 * Lets go of what connections had long ago; a catalog that none has any more goes with the
 * abandoned ones.
 *
 * @see docs/decisions/011-catalogs-are-kept-to-be-compared.md
 */
export async function pruneReadings(ctx: Context): Promise<void> {
  const oldest = new Date(ctx.now().getTime() - readingsKeptDays * dayMs).toISOString()
  await database().orm.execute(sql`
    delete from ${catalogReadings} as kept using (
      select
        connection_id,
        catalog_id,
        row_number() over (
          partition by connection_id order by last_read_at desc, catalog_id desc
        ) as place
      from ${catalogReadings}
    ) as ranked
    where kept.connection_id = ranked.connection_id
      and kept.catalog_id = ranked.catalog_id
      and place > ${readingsKeptMin}
      and (place > ${readingsKeptMax} or last_read_at < ${oldest}::timestamptz)
  `)
}
