'use client'

import { PageError } from '@/components/shell/page-error'

type Props = Readonly<{ error: unknown; retry: () => void }>

export default function AccessPageError({ error, retry }: Props) {
  return <PageError error={error} retry={retry} />
}
