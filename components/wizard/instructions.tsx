import { ExternalLink } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button-link'
import { Mark } from '@/components/wizard/illustrations/mark'
import type { GuideInstruction } from '@/lib/steps/guide-shape'

/** What to do, in order, each with the page where it is done. */
export function Instructions({ list }: Readonly<{ list: readonly GuideInstruction[] }>) {
  return (
    <ol className="grid gap-4">
      {list.map(({ text, link }, index) => (
        <li key={text} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-2">
          <span aria-hidden="true" className="mt-0.5">
            <Mark number={index + 1} />
          </span>
          <p>{text}</p>
          {link ? (
            <div className="col-start-2 min-w-0">
              <ButtonLink
                href={link.href}
                external
                size="sm"
                className="max-w-full whitespace-normal py-1 text-left"
              >
                <ExternalLink aria-hidden="true" />
                {link.label}
              </ButtonLink>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
