import type { Metadata } from 'next'
import { EntityView } from '@/app/(console)/connections/[connectionId]/explorer/[entitySet]/entity-view'

type Props = Readonly<{ params: Promise<{ connectionId: string; entitySet: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).entitySet) }
}

export default async function EntitySetPage({ params }: Props) {
  const { connectionId, entitySet } = await params
  const name = decodeURIComponent(entitySet)
  // Another entity set begins anew, with its own options.
  return <EntityView key={name} connectionId={connectionId} entitySet={name} />
}
