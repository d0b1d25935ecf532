import { processWide } from '@/lib/http/process-wide'

/** Where the practice tenant listens on loopback, and the only authority that its hosts trust. */
export type PracticeRoute = Readonly<{ port: number; caPem: string }>

type Held = { route: PracticeRoute | undefined }
const held = () => processWide<Held>('practice-route', () => ({ route: undefined }))

/** Opens the way to the practice tenant for every call of this process; `undefined` shuts it. */
export function setPracticeRoute(route: PracticeRoute | undefined): void {
  held().route = route
}

/** The way to the practice tenant; undefined while it does not run. */
export function practiceRoute(): PracticeRoute | undefined {
  return held().route
}
