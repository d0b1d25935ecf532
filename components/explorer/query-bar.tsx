'use client'

import { Play, Square } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { withOption } from '@/components/explorer/query-text'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  /** What was run last. */
  options: string
  running: boolean
  onRun: (options: string) => void
  onCancel: () => void
}>

const offered = ['cross-company=true', '$count=true', '$select=', '$filter=', '$orderby='] as const

/** Where the URL options are typed. Its text is its own until it is run. */
export function QueryBar({ options, running, onRun, onCancel }: Props) {
  const [text, setText] = useState(options)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onRun(text.trim())
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex gap-2">
        <input
          type="text"
          name="options"
          aria-label="URL options"
          aria-describedby="options-help"
          placeholder="$top=50&$filter=…"
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={cx(controlLook, 'font-mono text-sm leading-6')}
        />
        {running ? (
          <Button onClick={onCancel} className="w-24">
            <Square aria-hidden="true" />
            Cancel
          </Button>
        ) : (
          <Button type="submit" variant="primary" className="w-24">
            <Play aria-hidden="true" />
            Run
          </Button>
        )}
      </div>
      <p id="options-help" className="sr-only">
        OData options as they stand in a URL, joined by an ampersand. Enter runs them.
      </p>
      <fieldset className="-ml-2 flex flex-wrap items-center gap-x-1 gap-y-0.5">
        <legend className="sr-only">Add an option</legend>
        {offered.map((option) => (
          <button
            key={option}
            type="button"
            onClick={() => setText(withOption(text, option))}
            className={cx(buttonLook('ghost', 'sm'), 'min-h-7 px-2 font-mono text-xs font-normal')}
          >
            <span aria-hidden="true">+ </span>
            {option}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
