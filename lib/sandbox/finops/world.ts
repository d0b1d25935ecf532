import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import type { Overlays } from '@/lib/sandbox/finops/store/overlay'
import { RowStore } from '@/lib/sandbox/finops/store/row-store'
import type { PracticeUser } from '@/lib/sandbox/types'

/** One practice environment: what it exposes and what callers changed in it. */
export type World = Readonly<{
  /** `https://contoso-uat.practice.localhost` */
  origin: string
  catalog: ReadonlyMap<string, EntitySet>
  overlays: Overlays
}>

/** One request, after the bearer was let in. */
export type Call = Readonly<{ world: World; request: Request; url: URL; user: PracticeUser }>

/** The rows of an entity set as they are now. */
export function storeOf(world: World, set: EntitySet): RowStore {
  return new RowStore(set.source, world.overlays.of(set.source.id))
}
