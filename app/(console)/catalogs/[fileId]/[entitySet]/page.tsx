import type { Metadata } from 'next'
import { FileEntityView } from '@/app/(console)/catalogs/[fileId]/[entitySet]/file-entity-view'

type Props = Readonly<{ params: Promise<{ fileId: string; entitySet: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).entitySet) }
}

export default async function FileEntityPage({ params }: Props) {
  const { fileId, entitySet } = await params
  const name = decodeURIComponent(entitySet)
  return <FileEntityView key={name} fileId={fileId} entitySet={name} />
}
