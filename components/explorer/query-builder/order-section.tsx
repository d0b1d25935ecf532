'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { fieldOptions } from '@/components/explorer/query-builder/field-options'
import { IconButton } from '@/components/explorer/query-builder/icon-button'
import { PlainSelect } from '@/components/explorer/query-builder/plain-select'
import type { SectionProps } from '@/components/explorer/query-builder/section-props'
import { UnlessUnread } from '@/components/explorer/query-builder/unread-note'
import { Code } from '@/components/ui/code'
import { Picker } from '@/components/ui/picker'
import type { OrderItem } from '@/lib/odata/query/query'

const directions = [
  { value: 'asc', label: 'smallest or oldest first' },
  { value: 'desc', label: 'largest or newest first' },
]

/** In which order the rows come. */
export function OrderSection({ query, shape, onChange }: SectionProps) {
  const { orderBy } = query
  const set = (items: readonly OrderItem[]) => onChange({ ...query, orderBy: items })
  const swap = (index: number) => {
    const [left, right] = [orderBy[index], orderBy[index + 1]]
    if (left && right) set(orderBy.with(index, right).with(index + 1, left))
  }
  return (
    <UnlessUnread options={query} name="$orderby">
      <div className="flex flex-col gap-2">
        {orderBy.map((item, index) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place
            key={index}
            aria-label={`Order ${index + 1}`}
            className="flex min-w-0 items-start gap-1"
          >
            {item.kind === 'raw' ? (
              <span className="min-w-0 flex-1">
                <Code>{item.text}</Code>
              </span>
            ) : (
              <div className="grid min-w-0 max-w-2xl flex-1 grid-cols-1 gap-1.5 sm:grid-cols-2">
                <Picker
                  label="Field"
                  value={item.field}
                  options={fieldOptions(shape)}
                  onPick={(field) => set(orderBy.with(index, { ...item, field }))}
                  className="py-1 text-sm"
                />
                <PlainSelect
                  label="Direction"
                  value={item.descending ? 'desc' : 'asc'}
                  options={directions}
                  onChoose={(next) =>
                    set(orderBy.with(index, { ...item, descending: next === 'desc' }))
                  }
                />
              </div>
            )}
            <IconButton
              label={`Move order ${index + 1} up`}
              icon={ArrowUp}
              disabled={index === 0}
              onPress={() => swap(index - 1)}
            />
            <IconButton
              label={`Move order ${index + 1} down`}
              icon={ArrowDown}
              disabled={index === orderBy.length - 1}
              onPress={() => swap(index)}
            />
            <IconButton
              label={`Remove order ${index + 1}`}
              icon={X}
              onPress={() => set(orderBy.filter((_, other) => other !== index))}
            />
          </fieldset>
        ))}
        <div className="w-64 max-w-full">
          <Picker
            label="Add a field to the order"
            placeholder="Order by…"
            value=""
            options={fieldOptions(shape)}
            onPick={(field) => set([...orderBy, { kind: 'field', field, descending: false }])}
            className="py-1 text-sm"
          />
        </div>
      </div>
    </UnlessUnread>
  )
}
