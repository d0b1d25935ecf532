import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { FileFrame } from '@/components/explorer/files/file-frame'
import { requirePageContext } from '@/lib/access/page-context'
import { listCatalogFiles } from '@/lib/catalog/files/list-catalog-files'

type Props = Readonly<{ params: Promise<{ fileId: string }>; children: ReactNode }>

export default async function CatalogFileLayout({ params, children }: Props) {
  const { fileId } = await params
  const files = await listCatalogFiles(await requirePageContext('connection.read'))
  const file = files.find(({ id }) => id === fileId)
  if (!file) notFound()
  return (
    <FileFrame fileId={file.id} name={file.name}>
      {children}
    </FileFrame>
  )
}
