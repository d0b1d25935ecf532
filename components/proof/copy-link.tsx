'use client'

import { useSyncExternalStore } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

const never = () => () => undefined

/** Copies the whole address of a page of ours, to be sent to somebody. */
export function CopyLink({ path }: Readonly<{ path: string }>) {
  // The server does not know under which name its visitors reach it.
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  )
  return (
    <CopyButton
      value={origin + path}
      label="Copy the link to this proof"
      text="Copy link"
      className="min-h-10"
    />
  )
}
