import { refreshCatalogs } from '@/lib/jobs/refresh-catalogs'
import { tidy } from '@/lib/jobs/tidy'
import type { Context } from '@/lib/log/context'

/** Something that the server does by itself. `cron` has five fields, in UTC. */
export type Job = Readonly<{ name: string; cron: string; run: (ctx: Context) => Promise<void> }>

export const jobs: readonly Job[] = [
  { name: 'tidy', cron: '17 3 * * *', run: tidy },
  // Past five too: what was due while no server ran is read in the morning.
  { name: 'refresh-catalogs', cron: '*/10 0-8 * * *', run: refreshCatalogs },
]
