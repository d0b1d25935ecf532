import { ChainLink } from '@/components/wizard/chain-link'
import type { Link } from '@/components/wizard/proof-run'

/** The chain of a run, link under link, as it lives. */
export function Chain({ links }: Readonly<{ links: readonly Link[] }>) {
  return (
    <ol aria-label="Checks" className="divide-y divide-line rounded-md border border-line">
      {links.map((link) => (
        <ChainLink key={link.id} link={link} />
      ))}
    </ol>
  )
}
