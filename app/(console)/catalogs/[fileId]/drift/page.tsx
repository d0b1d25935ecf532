import type { Metadata } from 'next'
import { DriftPage } from '@/components/explorer/drift-page'

type Props = Readonly<{ params: Promise<{ fileId: string }> }>

export const metadata: Metadata = { title: 'What is different' }

export default async function FileDriftPage({ params }: Props) {
  return <DriftPage connectionId={(await params).fileId} />
}
