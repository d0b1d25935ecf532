'use client'

import { PageError } from '@/components/shell/page-error'
import { PageFrame } from '@/components/shell/page-frame'

type Props = Readonly<{ error: unknown; retry: () => void }>

export default function KioskError({ error, retry }: Props) {
  return (
    <PageFrame>
      <PageError error={error} retry={retry} />
    </PageFrame>
  )
}
