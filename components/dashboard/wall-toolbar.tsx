'use client'

import { MonitorPlay, Rows2, Rows3 } from 'lucide-react'
import { concernLook, concerns } from '@/components/dashboard/concern-look'
import type { WallChoices } from '@/components/dashboard/use-wall-choices'
import { countConcerns } from '@/components/dashboard/wall-rows'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { cx } from '@/components/ui/cx'
import { SearchInput } from '@/components/ui/search-input'
import { Select } from '@/components/ui/select'
import type { Concern, DashboardRow } from '@/lib/contract/dashboard'

type Props = Readonly<{ rows: readonly DashboardRow[]; choices: WallChoices; kiosk: boolean }>

const groupings = [
  { value: '', label: 'Not grouped' },
  { value: 'use', label: 'By kind' },
  { value: 'owner', label: 'By owner' },
]
const spans = [
  { value: '', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
]

/** Counts that filter, and how the wall is looked at. A kiosk shows the counts alone. */
export function WallToolbar({ rows, choices, kiosk }: Props) {
  const { text, grouping, span, compact, set } = choices
  return (
    <div className="flex flex-col gap-3">
      <Counts rows={rows} choices={choices} />
      {kiosk ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <SearchInput
            label="Search the connections"
            placeholder="Name, host, owner or reason"
            value={text}
            onValueChange={(value) => set('text', value)}
            className="w-full sm:w-72"
          />
          <Choice
            label="Group"
            options={groupings}
            value={grouping === 'none' ? '' : grouping}
            onChange={(value) => set('grouping', value)}
          />
          <Choice
            label="Span of the charts"
            options={spans}
            value={span === '24h' ? '' : span}
            onChange={(value) => set('span', value)}
          />
          <Button
            aria-pressed={compact}
            onClick={() => set('look', compact ? 'roomy' : 'compact')}
            className="sm:ml-auto"
          >
            {compact ? <Rows2 aria-hidden="true" /> : <Rows3 aria-hidden="true" />}
            {compact ? 'Roomy' : 'Compact'}
          </Button>
          <ButtonLink href={paths.kiosk()} external={true}>
            <MonitorPlay aria-hidden="true" />
            Kiosk
          </ButtonLink>
        </div>
      )}
    </div>
  )
}

type ChoiceProps = Readonly<{
  label: string
  options: readonly Readonly<{ value: string; label: string }>[]
  value: string
  onChange: (value: string) => void
}>

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside of Select.
    <label className="block w-[calc(50%-0.375rem)] sm:w-44">
      <span className="sr-only">{label}</span>
      <Select value={value} onValueChange={onChange} options={options} />
    </label>
  )
}

function Counts({ rows, choices }: Omit<Props, 'kiosk'>) {
  const counts = countConcerns(rows)
  return (
    <ul aria-label="Connections by concern" className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      {concerns.map((concern) => (
        <li key={concern}>
          <Count
            concern={concern}
            count={counts[concern]}
            isChosen={choices.concern === concern}
            onChoose={(chosen) => choices.set('concern', chosen ? concern : '')}
          />
        </li>
      ))}
    </ul>
  )
}

type CountProps = Readonly<{
  concern: Concern
  count: number
  isChosen: boolean
  onChoose: (chosen: boolean) => void
}>

function Count({ concern, count, isChosen, onChoose }: CountProps) {
  const { icon: Icon, word, ink } = concernLook[concern]
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => onChoose(!isChosen)}
      className={cx(
        'flex size-full items-center gap-3 rounded-lg border bg-surface px-4 py-2.5 text-left hover:bg-sunken',
        isChosen ? 'border-accent outline outline-accent' : 'border-line',
      )}
    >
      <Icon aria-hidden="true" className={cx('size-5 shrink-0', count > 0 ? ink : 'text-faint')} />
      <span className="font-semibold text-xl tabular-nums">{count}</span>
      <span className="text-muted text-sm">{word}</span>
    </button>
  )
}
