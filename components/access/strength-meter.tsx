import { passwordStrength } from '@/components/access/password-strength'
import { cx } from '@/components/ui/cx'

const fills = ['bg-line', 'bg-danger', 'bg-warning', 'bg-success', 'bg-success'] as const
const segments = [1, 2, 3, 4] as const

/** Shows how well the typed password holds; the words say the same as the bars. */
export function StrengthMeter({ password }: Readonly<{ password: string }>) {
  const { level, hint } = passwordStrength(password)
  return (
    <span className="flex items-center gap-3">
      <span aria-hidden="true" className="flex w-24 shrink-0 gap-1">
        {segments.map((segment) => (
          <span
            key={segment}
            className={cx('h-1 flex-1 rounded-full', segment <= level ? fills[level] : 'bg-line')}
          />
        ))}
      </span>
      <span role="status">{password ? hint : 'At least 12 characters; a few words do well'}</span>
    </span>
  )
}
