import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePageContext } from '@/lib/access/page-context'
import { ConnectionError } from '@/lib/connections/errors'
import { requireProof } from '@/lib/connections/proofs'

/** The proof of the page, read once a request; the not-found page where it is not kept. */
export const findProof = cache(async (connectionId: string, proofId: string) => {
  const ctx = await requirePageContext('connection.read', { connectionId })
  try {
    return await requireProof(ctx, connectionId, proofId)
  } catch (error) {
    if (error instanceof ConnectionError && error.code === 'not_found') notFound()
    throw error
  }
})
