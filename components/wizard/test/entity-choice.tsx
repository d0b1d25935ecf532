import { cx } from '@/components/ui/cx'
import type { ArticleMatch } from '@/lib/steps/article-entities'

type Props = Readonly<{
  matches: readonly ArticleMatch[]
  /** How many entity sets the environment has in all. */
  total: number
  chosen: string | null
  onChoose: (entitySet: string) => void
}>

/** The five entities of the well-known article, by what they mean, under their names here. */
export function EntityChoice({ matches, total, chosen, onChoose }: Props) {
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-3 max-w-prose">
        This environment has {total.toLocaleString('en')} entity sets. Many guides name five of
        them, in part by names that no longer exist: here they are under the names that they have.
      </legend>
      <div className="grid gap-2">
        {matches.map((match) => (
          <Choice
            key={match.meaning}
            match={match}
            checked={match.entitySet !== null && match.entitySet === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps = Readonly<{
  match: ArticleMatch
  checked: boolean
  onChoose: (entitySet: string) => void
}>

function Choice({ match, checked, onChoose }: ChoiceProps) {
  const { entitySet } = match
  return (
    <label
      className={cx(
        'grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 rounded-md border px-4 py-2.5 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 md:grid-cols-[auto_10rem_minmax(0,1fr)]',
        checked ? 'border-accent bg-accent-soft' : 'border-line hover:bg-sunken',
        entitySet === null && 'cursor-not-allowed text-muted',
      )}
    >
      <input
        type="radio"
        name="entity"
        className="mt-1 size-4 accent-accent outline-none"
        checked={checked}
        disabled={entitySet === null}
        onChange={() => entitySet && onChoose(entitySet)}
      />
      <span className="font-medium">{match.title}</span>
      <span className="min-w-0 max-md:col-start-2">
        {entitySet ? <span className="break-all font-mono text-sm">{entitySet}</span> : null}
        {match.note ? <span className="block text-muted text-sm">{match.note}</span> : null}
      </span>
    </label>
  )
}
