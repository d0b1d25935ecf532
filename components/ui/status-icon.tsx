import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import { cx } from '@/components/ui/cx'

type Look = Readonly<{ icon: LucideIcon; className: string; word: string }>

const unknown: Look = { icon: CircleDashed, className: 'text-faint', word: 'not checked yet' }

const looks: Readonly<Record<string, Look>> = {
  todo: unknown,
  checking: { icon: LoaderCircle, className: 'animate-spin text-accent', word: 'checking' },
  running: { icon: LoaderCircle, className: 'animate-spin text-accent', word: 'checking' },
  waiting: { icon: LoaderCircle, className: 'animate-spin text-warning', word: 'waiting' },
  passed: { icon: CircleCheck, className: 'text-success', word: 'passed' },
  warned: { icon: TriangleAlert, className: 'text-warning', word: 'passed with a warning' },
  failed: { icon: CircleX, className: 'text-danger', word: 'failed' },
  blocked: { icon: CircleMinus, className: 'text-faint', word: 'waits for an earlier one' },
  unclear: { icon: CircleQuestionMark, className: 'text-warning', word: 'could not be checked' },
  skipped: { icon: CircleSlash, className: 'text-faint', word: 'skipped' },
  cancelled: { icon: CircleSlash, className: 'text-faint', word: 'cancelled' },
}

/** A status in words, as a screen reader hears it. */
export function statusWord(status: string): string {
  return (looks[status] ?? unknown).word
}

type Props = Readonly<{
  status: string
  /** Leave the word out where one stands beside the icon already. */
  silent?: boolean
  className?: string
}>

/** One shape a status, so that it is told without colour too. */
export function StatusIcon({ status, silent = false, className }: Props) {
  const look = looks[status] ?? unknown
  const Icon = look.icon
  return (
    <>
      <Icon
        aria-hidden="true"
        className={cx('size-5 shrink-0 motion-reduce:animate-none', look.className, className)}
      />
      {silent ? null : <span className="sr-only">{look.word}</span>}
    </>
  )
}
