type Props = Readonly<{
  text: string
  /** Parts of it to mark, in order: `[from, to)`. */
  stretches: readonly (readonly [from: number, to: number])[]
}>

/** A text with what was sought in it marked. */
export function Marked({ text, stretches }: Props) {
  if (stretches.length === 0) return text
  return stretches.map(([from, to], index) => (
    <span key={from}>
      {text.slice(stretches[index - 1]?.[1] ?? 0, from)}
      <mark className="bg-transparent font-semibold text-accent">{text.slice(from, to)}</mark>
      {index === stretches.length - 1 ? text.slice(to) : null}
    </span>
  ))
}
