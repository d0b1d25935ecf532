import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePageContext } from '@/lib/access/page-context'
import { ConnectionError } from '@/lib/connections/errors'
import { requireConnection } from '@/lib/connections/require-connection'

/** The connection of the page, read once a request; the not-found page where there is none. */
export const findConnection = cache(async (connectionId: string) => {
  const ctx = await requirePageContext('connection.read', { connectionId })
  try {
    return await requireConnection(ctx, connectionId)
  } catch (error) {
    if (error instanceof ConnectionError && error.code === 'not_found') notFound()
    throw error
  }
})
