import { prove } from '@/faults/prove'
import type { Intercept } from '@/faults/world/front'
import type { Slot } from '@/faults/world/slots'
import type { World } from '@/faults/world/world'
import type { Proof } from '@/lib/contract/proof'
import { findApp } from '@/lib/sandbox/state/apps'
import { type PrepareAppInput, type PreparedApp, prepareApp } from '@/lib/sandbox/state/prepare-app'
import type { App, State } from '@/lib/sandbox/state/state'

/** What one state has to itself: an app for which all five steps are done, and ways to break it. */
export type Bench = Readonly<{
  world: World
  app: PreparedApp
  /** Changes what the practice tenant remembers; `app` is the one of this state. */
  change: (edit: (draft: State, app: App) => void) => Promise<void>
  /** Another app that is as good. */
  anotherApp: (name: string) => Promise<PreparedApp>
  /** Stands in the way of every call of this state's app. */
  intercept: (intercept: Intercept) => void
  slot: () => Slot
  /** Runs the chain once before anything is broken. */
  prove: (connectionId: string) => Promise<Proof>
}>

/** Prepares what the state named `name` has to itself. */
export async function openBench(world: World, input: Omit<PrepareAppInput, 'now'>): Promise<Bench> {
  const prepare = (name: string) =>
    world.practice.change((draft) => prepareApp(draft, { ...input, name, now: new Date() }))
  const app = await prepare(input.name)
  const { clientId } = app.app
  return {
    world,
    app,
    change: (edit) =>
      world.practice.change((draft) => {
        const own = findApp(draft, clientId)
        if (!own) throw new Error(`the app of ${input.name} is gone`)
        edit(draft, own)
      }),
    anotherApp: prepare,
    intercept: (intercept) => world.front.intercept(clientId, intercept),
    slot: () => world.slots.take(),
    prove,
  }
}
