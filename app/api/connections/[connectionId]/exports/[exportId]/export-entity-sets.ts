import { touchedByAddress } from '@/lib/access/touched-entity-sets'
import { type ExportKey, requireExport } from '@/lib/exports/list-exports'
import type { Context } from '@/lib/log/context'

/** The entity sets whose rows an export holds, for tokens that are narrowed to some. */
export async function exportEntitySets({
  ctx,
  params,
}: Readonly<{ ctx: Context; params: ExportKey }>): Promise<string[] | undefined> {
  return touchedByAddress(await requireExport(ctx, params))
}
