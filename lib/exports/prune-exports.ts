import { exporter } from '@/lib/exports/exporter'
import { dropRested } from '@/lib/exports/store'
import { exportDays } from '@/lib/exports/stored'
import type { Context } from '@/lib/log/context'

/** Removes exports that nobody has touched for {@link exportDays} days, with their files. */
export async function pruneExports(ctx: Context): Promise<void> {
  await dropRested(new Date(ctx.now().getTime() - exportDays * 86_400_000))
  // What no row names any more is swept by whoever has the files.
  exporter().wake()
}
