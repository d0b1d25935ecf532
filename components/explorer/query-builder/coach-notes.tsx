import { Lightbulb } from 'lucide-react'
import { buttonLook } from '@/components/ui/button-look'
import { cx } from '@/components/ui/cx'
import { Disclosure } from '@/components/ui/disclosure'
import type { Advice, CostReport } from '@/lib/odata/query/cost-coach'
import type { Query } from '@/lib/odata/query/query'

type Props = Readonly<{ report: CostReport; onChange: (query: Query) => void }>

/** What the query will cost: the weightiest remark at once, the others one press away. */
export function CoachNotes({ report: { advice, unknown }, onChange }: Props) {
  const [first, ...others] = advice
  if (!first) return null
  const more = [
    others.length > 0 ? `${others.length} more` : '',
    unknown.length > 0 ? 'what is not known' : '',
  ].filter(Boolean)
  return (
    <section aria-label="What this query costs" className="min-w-0 text-sm text-muted">
      <Note advice={first} onChange={onChange} />
      {more.length > 0 ? (
        <Disclosure summary={more.join(', ')} className="ml-4 [&_button]:text-xs">
          <div className="flex flex-col gap-1 pb-1 pl-2">
            {others.map((one) => (
              <Note key={one.code} advice={one} onChange={onChange} />
            ))}
            {unknown.length > 0 ? <p>It is not known {unknown.join('; ')}.</p> : null}
          </div>
        </Disclosure>
      ) : null}
    </section>
  )
}

const words: Readonly<Record<Advice['code'], string>> = {
  no_filter: 'Ask for 100 rows',
  data_package: '',
  wide_rows: 'Only the key and what is used',
  cross_company_scan: '',
  expanded_rows: '',
  order_without_key: 'Leave out the order',
  deep_skip: '',
  leading_wildcard: '',
  count_all: 'Do not count',
}

function Note({ advice, onChange }: Readonly<{ advice: Advice; onChange: Props['onChange'] }>) {
  const { code, severity, message, todo, instead } = advice
  return (
    <p className="flex items-baseline gap-1.5">
      <Lightbulb
        aria-hidden="true"
        className={cx(
          'size-4 shrink-0 translate-y-0.5',
          severity === 'note' ? 'text-muted' : 'text-warning',
        )}
      />
      <span className="min-w-0">
        <span className={cx(severity !== 'note' && 'text-ink')}>{message}</span> {todo}{' '}
        {instead ? (
          <button
            type="button"
            onClick={() => onChange(instead)}
            className={cx(
              buttonLook('ghost', 'sm'),
              'min-h-6 px-1.5 text-xs text-accent underline',
            )}
          >
            {words[code]}
          </button>
        ) : null}
      </span>
    </p>
  )
}
