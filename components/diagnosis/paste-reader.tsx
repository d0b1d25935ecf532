'use client'

import { Eraser, ShieldCheck } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { PasteEmpty } from '@/components/diagnosis/paste-empty'
import { pasteExamples } from '@/components/diagnosis/paste-examples'
import { PasteResult } from '@/components/diagnosis/paste-result'
import { readPaste } from '@/components/diagnosis/read-paste'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'

type Pasted = Readonly<{ text: string; at: Date }>

const nothing: Pasted = { text: '', at: new Date(0) }

/**
 * Reads what people paste, here in the browser. The text area keeps its own text, and the reading
 * follows when there is time for it, so that typing never waits for a long log.
 */
export function PasteReader() {
  const [pasted, setPasted] = useState(nothing)
  const settled = useDeferredValue(pasted)
  const result = useMemo(() => readPaste(settled.text, settled.at), [settled])
  const area = useRef<HTMLTextAreaElement>(null)
  const areaId = useId()
  const hintId = useId()
  const put = (text: string) => {
    if (area.current) area.current.value = text
    area.current?.focus()
    area.current?.setSelectionRange(0, 0)
    area.current?.scrollTo({ top: 0 })
    setPasted({ text, at: new Date() })
  }
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,9fr)_minmax(0,11fr)]">
      <div className="grid grid-cols-1 gap-3 lg:sticky lg:top-20">
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
          <label htmlFor={areaId} className="font-semibold">
            What your integration logged
          </label>
          {pasted.text === '' ? null : (
            <Button variant="ghost" size="sm" onClick={() => put('')}>
              <Eraser aria-hidden="true" />
              Clear
            </Button>
          )}
        </div>
        <textarea
          ref={area}
          id={areaId}
          aria-describedby={hintId}
          rows={16}
          onInput={(event) => setPasted({ text: event.currentTarget.value, at: new Date() })}
          placeholder="An error message, a log, the body of an answer, a whole page ..."
          // Spelling help of some browsers and add-ons sends what is typed to its maker.
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          data-gramm="false"
          className={cx(controlLook, 'min-h-48 resize-y font-mono text-sm leading-6 max-lg:h-64')}
        />
        <p id={hintId} className="flex items-start gap-2 text-muted text-sm">
          <ShieldCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success" />
          <span>
            Read in this browser only: nothing is sent, nothing is kept. Tokens and secrets are
            blanked before anything is shown.
          </span>
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-muted text-sm">Try one:</span>
          {pasteExamples.map(({ label, text }) => (
            <Button key={label} size="sm" onClick={() => put(text)}>
              {label}
            </Button>
          ))}
        </div>
      </div>
      <div
        aria-busy={settled !== pasted}
        className={cx('min-w-0 transition-opacity', settled !== pasted && 'opacity-60')}
      >
        {result ? <PasteResult result={result} /> : <PasteEmpty />}
      </div>
    </div>
  )
}
