import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { Disclosure } from '@/components/ui/disclosure'
import type { Claim } from '@/lib/contract/token'

type Verdict = Claim['verdict']

const looks: Readonly<Record<Verdict, { icon: LucideIcon; ink: string; word: string }>> = {
  good: { icon: CircleCheck, ink: 'text-success', word: 'as it should be' },
  warning: { icon: TriangleAlert, ink: 'text-warning', word: 'worth a look' },
  bad: { icon: CircleX, ink: 'text-danger', word: 'wrong' },
  info: { icon: Info, ink: 'text-faint', word: 'for information' },
}

/** Claims with what they mean: those that decide first, the rest one press away. */
export function ClaimList({ claims }: Readonly<{ claims: readonly Claim[] }>) {
  const deciding = claims.filter(({ verdict }) => verdict !== 'info')
  const others = claims.filter(({ verdict }) => verdict === 'info')
  return (
    <div className="grid gap-3">
      <Claims claims={deciding} />
      {others.length > 0 ? (
        <Disclosure summary={`${others.length} more claims that decide nothing here`}>
          <Claims claims={others} />
        </Disclosure>
      ) : null}
    </div>
  )
}

function Claims({ claims }: Readonly<{ claims: readonly Claim[] }>) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line">
      {claims.map((claim) => (
        <ClaimLine key={claim.name} claim={claim} />
      ))}
    </ul>
  )
}

function ClaimLine({ claim }: Readonly<{ claim: Claim }>) {
  const { icon: Icon, ink, word } = looks[claim.verdict]
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 px-4 py-2.5 lg:grid-cols-[1.25rem_5rem_minmax(0,1fr)_minmax(0,1.2fr)]">
      <span className="mt-0.5">
        <Icon aria-hidden="true" className={`size-5 ${ink}`} />
        <span className="sr-only">{word}: </span>
      </span>
      <span className="font-medium font-mono text-sm leading-6">{claim.name}</span>
      <span className="min-w-0 break-all font-mono text-sm leading-6 max-lg:col-start-2">
        {claim.value}
      </span>
      <span className="text-muted text-sm leading-6 max-lg:col-start-2">{claim.meaning}</span>
    </li>
  )
}
