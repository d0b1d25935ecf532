import { CircleAlert, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { Slip } from '@/lib/steps/slip'

type Props = Readonly<{
  slips: readonly Slip[]
  /** Leaves the suggestion off the screen. */
  secret: boolean
  onTake: (value: string) => void
}>

/** What was probably mistyped, said while it is typed; what is meant is one press away. */
export function SlipNotes({ slips, secret, onTake }: Props) {
  return (
    <div aria-live="polite" className="grid gap-2 empty:hidden">
      {slips.map((slip) => (
        <SlipNote key={slip.code} slip={slip} secret={secret} onTake={onTake} />
      ))}
    </div>
  )
}

type NoteProps = Readonly<{ slip: Slip; secret: boolean; onTake: (value: string) => void }>

function SlipNote({ slip, secret, onTake }: NoteProps) {
  const Icon = slip.certain ? CircleAlert : TriangleAlert
  const { suggestion } = slip
  return (
    <div
      className={cx(
        'flex items-start gap-2.5 rounded-md px-3 py-2.5 text-sm',
        slip.certain ? 'bg-danger-soft' : 'bg-warning-soft',
      )}
    >
      <Icon
        aria-hidden="true"
        className={cx('mt-0.5 size-4 shrink-0', slip.certain ? 'text-danger' : 'text-warning')}
      />
      <div className="grid min-w-0 gap-1.5">
        <p>
          <span className="font-medium">{slip.message}</span> {slip.fix}
        </p>
        {suggestion === undefined ? null : (
          <div className="flex min-w-0">
            <Button size="sm" className="min-w-0 shrink" onClick={() => onTake(suggestion)}>
              {secret ? (
                'Correct it'
              ) : (
                <span className="truncate">
                  Use <span className="font-mono">{suggestion}</span>
                </span>
              )}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
