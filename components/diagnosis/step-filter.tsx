import { type StepChoice, stepChoices } from '@/components/diagnosis/find-entries'
import { cx } from '@/components/ui/cx'
import { stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

type Props = Readonly<{
  choice: StepChoice
  counts: Readonly<Record<StepChoice, number>>
  onChoose: (choice: StepChoice) => void
}>

/** Narrows the list to a step; each says how many entries it would show. */
export function StepFilter({ choice, counts, onChoose }: Props) {
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-1.5 lg:flex-col lg:gap-0.5">
      <legend className="sr-only">Show the entries of</legend>
      {stepChoices.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === choice}
          onClick={() => onChoose(each)}
          className={cx(
            'flex min-h-9 items-center gap-2 rounded-md border px-3 py-1.5 text-left text-sm transition-colors lg:border-transparent',
            each === choice
              ? 'border-accent bg-accent-soft font-medium text-ink'
              : 'border-line bg-surface text-muted hover:bg-sunken hover:text-ink lg:bg-transparent',
          )}
        >
          <ChoiceName choice={each} />
          <span className="text-faint tabular-nums lg:ml-auto">{counts[each]}</span>
        </button>
      ))}
    </fieldset>
  )
}

function ChoiceName({ choice }: Readonly<{ choice: StepChoice }>) {
  if (choice === 'all') return <span>All entries</span>
  if (choice === 'none') return <span>No step to blame</span>
  return (
    <span className="flex min-w-0">
      <span className="whitespace-pre lg:sr-only">Step </span>
      <span className="shrink-0 lg:w-5">{stepNumber(choice)}</span>
      <span className="text-balance max-lg:sr-only"> {stepTitle(choice)}</span>
    </span>
  )
}
