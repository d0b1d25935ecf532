import { enumLiteral, shortName } from '@/components/explorer/field-words'
import { CopyButton } from '@/components/ui/copy-button'
import type { CatalogEnum } from '@/lib/contract/catalog'

/** The members of an enum, each with the literal that a filter takes. */
export function EnumMembers({ choice }: Readonly<{ choice: CatalogEnum }>) {
  return (
    <div className="max-h-80 overflow-y-auto rounded-md border border-line bg-bg">
      <ul
        aria-label={`Values of ${shortName(choice.name)}`}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-6 px-3 py-1"
      >
        {choice.members.map(({ name, value, labelId }) => (
          <li key={name} className="flex min-w-0 items-start gap-1">
            <CopyButton
              value={enumLiteral(choice, name)}
              label={`Copy ${enumLiteral(choice, name)}`}
              className="-ml-2"
            />
            <span className="min-w-0 flex-1 py-1">
              <span className="break-words">{name}</span>
              <span className="ml-2 text-xs text-faint tabular-nums">{value}</span>
              {labelId ? (
                <span className="block truncate text-xs text-muted" title={labelId}>
                  {labelId}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {choice.isFlags ? (
        <p className="border-t border-line px-3 py-2 text-xs text-muted">
          Several at once are written in one literal, joined by a comma.
        </p>
      ) : null}
    </div>
  )
}
