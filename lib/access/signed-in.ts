import type { Rights } from '@/lib/contract/rights'

/** The signed-in person behind a request. */
export type SignedIn = Readonly<{
  id: string
  name: string
  email: string
  sessionId: string
  rights: Rights
}>
