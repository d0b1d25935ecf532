import { ExternalLink, UserRound } from 'lucide-react'
import { roleWords } from '@/components/diagnosis/words'
import { ButtonLink } from '@/components/ui/button-link'
import type { Link } from '@/lib/diagnosis/diagnosis'
import type { Role } from '@/lib/steps/step'

type Props = Readonly<{
  cause: string
  /** How sure that is, in a sentence. */
  certainty: string
  fix: readonly string[]
  who: Role
  links: readonly Link[]
  /** Level of its headings in the page's outline. */
  level: 2 | 4
}>

/** Why it broke, how to mend it, who can, and where. */
export function Advice({ cause, certainty, fix, who, links, level }: Props) {
  const Heading = level === 2 ? 'h2' : 'h4'
  return (
    <>
      <div>
        <Heading className="font-semibold text-sm">Why</Heading>
        <p className="mt-1 max-w-prose">{cause}</p>
        <p className="mt-1 max-w-prose text-muted text-sm">{certainty}</p>
      </div>
      <div>
        <Heading className="font-semibold text-sm">How to mend it</Heading>
        <ol className="mt-1 grid max-w-prose list-decimal gap-1.5 pl-5 marker:font-medium marker:text-muted">
          {fix.map((sentence) => (
            <li key={sentence} className="pl-1">
              {sentence}
            </li>
          ))}
        </ol>
      </div>
      <p className="flex items-start gap-2 text-sm">
        <UserRound aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
        <span>
          <span className="text-muted">Who can: </span>
          {roleWords[who]}
        </span>
      </p>
      {links.length > 0 ? <AdviceLinks links={links} /> : null}
    </>
  )
}

function AdviceLinks({ links }: Readonly<{ links: readonly Link[] }>) {
  return (
    <ul className="flex flex-wrap gap-2">
      {links.map((link) => (
        <li key={`${link.label} ${link.href}`} className="min-w-0">
          <ButtonLink
            href={link.href}
            external
            size="sm"
            className="max-w-full whitespace-normal! py-1 text-left"
          >
            <ExternalLink aria-hidden="true" />
            {link.label}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
