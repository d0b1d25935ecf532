'use client'

import { NumberBox } from '@/components/explorer/query-builder/number-box'
import type { SectionProps } from '@/components/explorer/query-builder/section-props'
import { Code } from '@/components/ui/code'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'
import { companyField, companyOf, withCompany } from '@/lib/odata/query/company'
import { fieldOf } from '@/lib/odata/query/entity-shape'

/** How many rows, and of which companies. */
export function RowsSection({ query, shape, onChange }: SectionProps) {
  const company = companyOf(query)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-4">
        <NumberBox
          label="At most"
          placeholder="all"
          value={query.top}
          onChange={(top) => onChange({ ...query, top }, true)}
        />
        <NumberBox
          label="After the first"
          placeholder="0"
          value={query.skip}
          onChange={(skip) => onChange({ ...query, skip }, true)}
        />
        <Check
          label="Count all rows that match"
          isOn={query.count === true}
          onPress={(isOn) => onChange({ ...query, count: isOn ? true : null })}
        />
      </div>
      {fieldOf(shape, companyField) ? (
        <div className="flex flex-wrap items-end gap-4">
          <Check
            label="Rows of every company"
            isOn={query.crossCompany === true}
            onPress={(isOn) => onChange({ ...query, crossCompany: isOn ? true : null })}
          />
          <label className="flex flex-col gap-1">
            <span className="text-xs font-medium text-muted">Only the company</span>
            <input
              type="text"
              autoComplete="off"
              spellCheck={false}
              placeholder="usmf"
              value={company ?? ''}
              onChange={(event) =>
                onChange(withCompany(query, event.target.value.trim() || null), true)
              }
              className={cx(controlLook, 'w-32 py-1 text-sm')}
            />
          </label>
          <p className="max-w-prose flex-1 basis-64 text-xs text-muted">
            Without <Code>cross-company=true</Code> F&amp;O reads the default company of the
            connection’s user only. To name another one sets both.
          </p>
        </div>
      ) : (
        <p className="text-xs text-muted">These rows belong to no company.</p>
      )}
    </div>
  )
}

type CheckProps = Readonly<{ label: string; isOn: boolean; onPress: (isOn: boolean) => void }>

function Check({ label, isOn, onPress }: CheckProps) {
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onPress(event.target.checked)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  )
}
