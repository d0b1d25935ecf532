'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { CompletionList } from '@/components/explorer/query-builder/completion-list'
import { MarkedText } from '@/components/explorer/query-builder/marked-text'
import { cx } from '@/components/ui/cx'
import type { CatalogView } from '@/lib/odata/query/check-query'
import { completeQuery } from '@/lib/odata/query/complete-query'
import type { CompletionItem } from '@/lib/odata/query/completion'
import type { QueryProblem } from '@/lib/odata/query/query-problem'

type Props = Readonly<{
  text: string
  problems: readonly QueryProblem[]
  catalog: CatalogView
  describedBy: string
  onWrite: (text: string) => void
  onSubmit: () => void
}>

const textLook = 'px-3 py-2 font-mono text-sm leading-6 break-words whitespace-pre-wrap'

/** The query as text: what is wrong in it is underlined, what may follow is offered. */
export function QueryEditor(props: Props) {
  const { text, problems, catalog, describedBy, onWrite, onSubmit } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const [cursor, setCursor] = useState<number | null>(null)
  const [active, setActive] = useState(-1)
  const offered = cursor === null ? null : completeQuery(text, cursor, catalog)
  const items = offered?.items ?? []
  const isWrong = problems.some(({ severity }) => severity === 'error')

  const close = () => {
    setCursor(null)
    setActive(-1)
  }
  const accept = (item: CompletionItem | undefined) => {
    if (!offered || !item || !area.current) return
    area.current.setRangeText(item.insert, offered.from, offered.to, 'end')
    area.current.focus()
    onWrite(area.current.value)
    setActive(-1)
    // An option without a value goes on at once; anything else is finished.
    setCursor(/[=(]$/.test(item.insert) ? area.current.selectionStart : null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const act = actOf(event, { isOpen: items.length > 0, isChosen: active >= 0 })
    if (act !== 'close' && act !== 'none') event.preventDefault()
    switch (act) {
      case 'none':
        return
      case 'open':
        setCursor(event.currentTarget.selectionStart)
        return
      case 'down':
        setActive(Math.min(items.length - 1, active + 1))
        return
      case 'up':
        setActive(Math.max(-1, active - 1))
        return
      case 'accept':
        accept(items[active])
        return
      case 'close':
        close()
        return
      case 'submit':
        close()
        onSubmit()
        return
    }
  }
  return (
    <div className="relative min-w-0 flex-1">
      {/* Both scroll as one: the text field is always as high as the text. */}
      <div
        className={cx(
          'max-h-44 overflow-y-auto rounded-md border border-line-strong bg-surface outline-offset-2 outline-accent has-focus-visible:outline-2',
          isWrong && 'border-danger',
        )}
      >
        <div className="relative">
          <div aria-hidden="true" className={cx(textLook, 'min-h-10 text-transparent')}>
            <MarkedText text={text} problems={problems} />
          </div>
          <textarea
            ref={area}
            name="options"
            aria-label="URL options"
            aria-describedby={describedBy}
            aria-invalid={isWrong || undefined}
            aria-autocomplete="list"
            aria-controls={items.length > 0 ? listId : undefined}
            aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
            placeholder="$top=50&$filter=…"
            rows={1}
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            value={text}
            onChange={(event) => {
              onWrite(event.target.value)
              setCursor(event.target.selectionStart)
              setActive(-1)
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
            className={cx(
              textLook,
              'absolute inset-0 size-full resize-none overflow-hidden bg-transparent text-ink outline-none placeholder:text-faint',
            )}
          />
        </div>
      </div>
      {items.length > 0 ? (
        <CompletionList id={listId} items={items} active={active} onAccept={accept} />
      ) : null}
    </div>
  )
}

type Act = 'open' | 'down' | 'up' | 'accept' | 'close' | 'submit' | 'none'

const actsInList: Readonly<Record<string, Act>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  Escape: 'close',
}

/** What a key does: Enter sends the query unless something is chosen in the list. */
function actOf(
  { key, ctrlKey, nativeEvent }: KeyboardEvent,
  { isOpen, isChosen }: Readonly<{ isOpen: boolean; isChosen: boolean }>,
): Act {
  if (nativeEvent.isComposing) return 'none'
  if (key === ' ' && ctrlKey) return 'open'
  if (isOpen && isChosen && (key === 'Enter' || key === 'Tab')) return 'accept'
  if (key === 'Enter') return 'submit'
  return (isOpen ? actsInList[key] : undefined) ?? 'none'
}
