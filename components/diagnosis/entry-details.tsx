import { Hourglass } from 'lucide-react'
import { Advice } from '@/components/diagnosis/advice'
import { entryLinks } from '@/components/diagnosis/entry-links'
import { entryConfidenceWords } from '@/components/diagnosis/words'
import { Code } from '@/components/ui/code'
import { TextLink } from '@/components/ui/text-link'
import type { KnowledgeEntry } from '@/lib/diagnosis/knowledge'

type Props = Readonly<{
  entry: KnowledgeEntry
  /** Level of its headings in the page's outline. */
  level: 2 | 4
}>

/** All that is known of one entry, below its title. */
export function EntryDetails({ entry, level }: Props) {
  return (
    <div className="grid grid-cols-1 gap-5">
      <Advice
        cause={entry.cause}
        certainty={entryConfidenceWords[entry.confidence]}
        fix={entry.fix}
        who={entry.who}
        links={entryLinks(entry)}
        level={level}
      />
      {entry.mayHealByWaiting ? (
        <p className="flex items-start gap-2 text-sm">
          <Hourglass aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
          It may pass by itself: try the same call again a little later.
        </p>
      ) : null}
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        {entry.codes.length > 0 ? (
          <>
            <dt className="text-muted">Codes</dt>
            <dd className="flex flex-wrap gap-1.5 max-sm:mb-2">
              {entry.codes.map((code) => (
                <Code key={code}>{code}</Code>
              ))}
            </dd>
          </>
        ) : null}
        {entry.sources.length > 0 ? (
          <>
            <dt className="text-muted">Known from</dt>
            <dd className="flex min-w-0 flex-wrap gap-x-4 gap-y-1">
              {entry.sources.map((source) => (
                <Source key={source} source={source} />
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  )
}

function Source({ source }: Readonly<{ source: string }>) {
  if (!URL.canParse(source)) return <span>{source}</span>
  const { host, pathname } = new URL(source)
  const page = /[^/]+(?:\/\d+)?\/?$/.exec(pathname)?.[0]
  return (
    <TextLink href={source} external className="break-words">
      {host.replace(/^www\./, '')}
      {page ? `: ${page}` : ''}
    </TextLink>
  )
}
