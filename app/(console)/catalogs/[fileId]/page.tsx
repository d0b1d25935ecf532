import type { Metadata } from 'next'
import { ExplorerWelcome } from '@/components/explorer/explorer-welcome'

export const metadata: Metadata = { title: 'A catalog from a file' }

export default function CatalogFilePage() {
  return <ExplorerWelcome />
}
