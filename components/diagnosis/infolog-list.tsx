import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { InfologMessage } from '@/lib/diagnosis/infolog'

const looks: Readonly<
  Record<InfologMessage['severity'], { icon: LucideIcon; ink: string; word: string }>
> = {
  error: { icon: CircleX, ink: 'text-danger', word: 'Error' },
  warning: { icon: TriangleAlert, ink: 'text-warning', word: 'Warning' },
  info: { icon: Info, ink: 'text-faint', word: 'Information' },
}

/** What X++ wrote into its infolog, one message a line, in the order in which it was written. */
export function InfologList({ messages }: Readonly<{ messages: readonly InfologMessage[] }>) {
  return (
    <div>
      <h4 className="font-semibold text-sm">What X++ says (infolog)</h4>
      <ul className="mt-1 max-w-prose divide-y divide-line rounded-md border border-line">
        {messages.map(({ severity, message }, index) => {
          const { icon: Icon, ink, word } = looks[severity]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same message may come twice, and none moves
            <li key={index} className="flex items-start gap-2.5 px-3 py-2 text-sm">
              <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${ink}`} />
              <span className="sr-only">{word}: </span>
              <span className="min-w-0 break-words">{message}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
