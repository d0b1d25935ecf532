import type { Metadata } from 'next'
import { ExplorerWelcome } from '@/components/explorer/explorer-welcome'

export const metadata: Metadata = { title: 'Explore data' }

export default function ExplorerPage() {
  return <ExplorerWelcome />
}
