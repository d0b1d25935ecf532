'use client'

import { Check, Copy, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { copyText } from '@/components/ui/copy-text'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  /** The text, or what makes it once it is wanted. */
  value: string | (() => string)
  /** What is copied: "Copy client id". Read aloud, and shown as a tip. */
  label: string
  /** Words on the button; without them it is only an icon. */
  text?: string
  className?: string
}>

type Outcome = 'idle' | 'copied' | 'failed'

const icons = { idle: Copy, copied: Check, failed: X }

/** Copies `value`, and says for two seconds that it did. */
export function CopyButton({ value, label, text, className }: Props) {
  const [outcome, setOutcome] = useState<Outcome>('idle')
  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const Icon = icons[outcome]
  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={async () => {
          const text = typeof value === 'string' ? value : value()
          setOutcome((await copyText(text)) ? 'copied' : 'failed')
        }}
        className={cx(
          buttonLook('ghost', 'sm'),
          !text && 'w-8 px-0',
          outcome === 'copied' && 'text-success',
          outcome === 'failed' && 'text-danger',
          className,
        )}
      >
        <Icon aria-hidden="true" />
        {text}
      </button>
      <span role="status" className="sr-only">
        {outcome === 'copied' ? 'Copied' : null}
        {outcome === 'failed' ? 'Could not copy: select the text and copy it by hand' : null}
      </span>
    </>
  )
}
