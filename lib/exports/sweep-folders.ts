import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ExportId } from '@/lib/contract/ids'
import { knownExports } from '@/lib/exports/store'

/**
 * Removes the files of exports that are known no more: deleted with their connection, or too old.
 *
 * @returns the ids of those exports
 */
export async function sweepFolders(
  dir: string,
  letGo: (id: string) => Promise<void>,
): Promise<readonly string[]> {
  const found = (await readdir(dir)).filter((name) => ExportId.safeParse(name).success)
  const known = await knownExports(found)
  const gone = found.filter((id) => !known.has(id))
  for (const id of gone) {
    await letGo(id)
    await rm(join(dir, id), { recursive: true, force: true })
  }
  return gone
}

/** Removes everything of an export but its file. */
export async function dropScratch(folder: string, file: string): Promise<void> {
  const rest = (await readdir(folder)).filter((name) => name !== file)
  await Promise.all(rest.map((name) => rm(join(folder, name), { force: true })))
}
