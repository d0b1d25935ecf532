import { ChevronRight } from 'lucide-react'
import Link from 'next/link'

type Props = Readonly<{ trail: readonly Readonly<{ href: string; label: string }>[] }>

/** The pages above this one. */
export function Breadcrumb({ trail }: Props) {
  return (
    <nav aria-label="Breadcrumb" className="mb-2">
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
        {trail.map(({ href, label }) => (
          <li key={href} className="inline-flex min-w-0 items-center gap-1">
            <Link href={href} className="rounded-sm break-words hover:text-ink hover:underline">
              {label}
            </Link>
            <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
