import type { ReactNode } from 'react'
import { findConnection } from '@/app/(console)/connections/[connectionId]/find-connection'

type Props = Readonly<{ params: Promise<{ connectionId: string }>; children: ReactNode }>

/**
 * Asks for the connection above every `loading.tsx`: once one of those is on its way, the answer is
 * 200 already, and a connection that is not there could no longer be a 404.
 */
export default async function ConnectionLayout({ params, children }: Props) {
  await findConnection((await params).connectionId)
  return children
}
