import type { Metadata } from 'next'
import { DriftPage } from '@/components/explorer/drift-page'

type Props = Readonly<{ params: Promise<{ connectionId: string }> }>

export const metadata: Metadata = { title: 'What is different' }

export default async function ExplorerDriftPage({ params }: Props) {
  return <DriftPage connectionId={(await params).connectionId} />
}
