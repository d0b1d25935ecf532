'use client'

import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { saveFile } from '@/components/ui/save-file'

type Props = Readonly<{
  /** What the file is named after. */
  name: string
  /** What it is called on the buttons: "the answer as JSON". */
  what: string
  toText: () => string
  children?: string
}>

/** Copies and downloads all of an answer, however little of it is shown. */
export function AnswerActions({ name, what, toText, children = '' }: Props) {
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-1 border-b border-line bg-surface px-2 text-sm sm:px-4">
      <p className="min-w-0 flex-1 truncate px-1 text-muted" title={children}>
        {children}
      </p>
      <CopyButton value={toText} label={`Copy ${what}`} text="Copy" />
      <Button
        size="sm"
        variant="ghost"
        aria-label={`Download ${what}`}
        onClick={() => saveFile(`${name}.json`, [toText()], 'application/json')}
      >
        <Download aria-hidden="true" />
        Download
      </Button>
    </div>
  )
}
