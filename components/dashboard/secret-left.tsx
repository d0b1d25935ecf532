'use client'

import { TriangleAlert } from 'lucide-react'
import { secretLife } from '@/components/dashboard/secret-life'
import { cx } from '@/components/ui/cx'
import type { Tone } from '@/components/ui/tone'
import { useNow } from '@/components/ui/use-now'
import type { CredentialSummary } from '@/lib/contract/connection'

const minuteMs = 60_000
const looks: Readonly<Record<Tone, string>> = {
  neutral: '',
  info: '',
  success: '',
  warning: 'font-medium text-warning',
  danger: 'font-medium text-danger',
}

type Props = Readonly<{ credential: CredentialSummary | null; className?: string }>

/** Days until the secret stops working; it stands out a month before. */
export function SecretLeft({ credential, className }: Props) {
  const now = useNow(minuteMs)
  if (credential === null) return <span className={className}>none yet</span>
  const { text, tone } = secretLife(credential.expiresOn, now)
  return (
    <span
      className={cx('inline-flex items-center gap-1.5', looks[tone], className)}
      {...(credential.expiresOn ? { title: `Until ${credential.expiresOn}` } : {})}
    >
      {tone === 'neutral' ? null : <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />}
      {text}
    </span>
  )
}
