'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'
import type { CanaryWindow } from '@/lib/contract/canary'

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
/** A week begins on Monday wherever F&O is run from. */
const dayOrder = [1, 2, 3, 4, 5, 6, 0]
const usual: CanaryWindow = { days: [0], from: '22:00', to: '04:00' }

type Props = Readonly<{
  windows: readonly CanaryWindow[]
  onChange: (windows: readonly CanaryWindow[]) => void
}>

/** Stretches of the week without runs, so that planned downtime alarms nobody. */
export function MaintenanceWindows({ windows, onChange }: Props) {
  const replace = (index: number, next: CanaryWindow | undefined) =>
    onChange(windows.flatMap((window, at) => (at === index ? (next ?? []) : window)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1.5 font-medium text-sm">Maintenance windows (UTC)</legend>
      {windows.map((window, index) => (
        <OneWindow
          // biome-ignore lint/suspicious/noArrayIndexKey: a window has nothing else to be known by.
          key={index}
          window={window}
          onChange={(next) => replace(index, next)}
        />
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...windows, usual])}>
          <Plus aria-hidden="true" />
          Add a window
        </Button>
      </div>
    </fieldset>
  )
}

type OneProps = Readonly<{
  window: CanaryWindow
  onChange: (next: CanaryWindow | undefined) => void
}>

function OneWindow({ window, onChange }: OneProps) {
  const toggle = (day: number) => {
    const days = window.days.includes(day)
      ? window.days.filter((one) => one !== day)
      : [...window.days, day]
    onChange({ ...window, days })
  }
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-3">
      <div className="flex flex-wrap gap-1">
        {dayOrder.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={window.days.includes(day)}
            aria-label={dayNames[day]}
            onClick={() => toggle(day)}
            className={cx(
              'min-h-8 min-w-9 rounded-md border px-1.5 text-sm',
              window.days.includes(day)
                ? 'border-transparent bg-accent text-accent-ink'
                : 'border-line-strong bg-surface text-muted',
            )}
          >
            {dayNames[day]?.slice(0, 2)}
          </button>
        ))}
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-2 text-sm">
        <Time label="From" value={window.from} onChange={(from) => onChange({ ...window, from })} />
        <span className="text-muted">to</span>
        <Time label="To" value={window.to} onChange={(to) => onChange({ ...window, to })} />
        <Button
          size="sm"
          variant="ghost"
          aria-label="Remove this window"
          className="ml-auto"
          onClick={() => onChange(undefined)}
        >
          <X aria-hidden="true" />
        </Button>
      </div>
    </div>
  )
}

type TimeProps = Readonly<{ label: string; value: string; onChange: (value: string) => void }>

function Time({ label, value, onChange }: TimeProps) {
  return (
    <input
      type="time"
      aria-label={label}
      required={true}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx(controlLook, 'max-w-36 flex-1 px-2')}
    />
  )
}
