import { cx } from '@/components/ui/cx'

type Values = readonly (number | null)[]

type Props = Readonly<{
  /** What it shows and between which values, for whoever does not see it. */
  label: string
  values: Values
  /** Drawn as a line over the area of `values`. */
  line?: Values
  /** How much of each step went wrong, 0 to 1. */
  marked?: readonly number[]
  /** What the top stands for; the highest value when left out. */
  max?: number
  className?: string
}>

const height = 28
const top = 3

/** A small chart of values at even steps; steps without a value are left open. */
export function Sparkline({ label, values, line = [], marked = [], max, className }: Props) {
  const known = [...values, ...line].filter((value) => value !== null)
  const highest = Math.max(max ?? 0, ...known, Number.MIN_VALUE)
  const toY = (value: number) => height - (value / highest) * (height - top)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${Math.max(1, values.length)} ${height}`}
      preserveAspectRatio="none"
      className={cx('block h-7 w-full overflow-visible', className)}
    >
      <line
        x1="0"
        x2={values.length}
        y1={height}
        y2={height}
        className="stroke-line"
        vectorEffect="non-scaling-stroke"
      />
      <path d={areas(values, toY)} className="fill-accent/25" />
      <path
        d={strokes(line.length > 0 ? line : values, toY)}
        className="fill-none stroke-accent"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
      {marked.map((share, index) =>
        share > 0 ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone.
            key={index}
            x={index + 0.1}
            y={height - markOf(share)}
            width="0.8"
            height={markOf(share)}
            className="fill-danger"
          />
        ) : null,
      )}
    </svg>
  )
}

/** Bars as one path: a step without neighbours shows too. */
function areas(values: Values, toY: (value: number) => number): string {
  return values
    .map((value, index) =>
      value === null ? '' : `M${index} ${height}V${round(toY(value))}H${index + 1}V${height}Z`,
    )
    .join('')
}

function strokes(values: Values, toY: (value: number) => number): string {
  return values
    .map((value, index) => {
      if (value === null) return ''
      const y = round(toY(value))
      const joins = index > 0 && values[index - 1] !== null
      return `${joins ? 'L' : 'M'}${index} ${y}H${index + 1}`
    })
    .join('')
}

/** Never so small that it is overlooked. */
function markOf(share: number): number {
  return Math.max(5, share * height)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
