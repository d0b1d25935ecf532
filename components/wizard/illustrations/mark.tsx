/** A numbered callout; the number is the one of the instruction that it belongs to. */
export function Mark({ number }: Readonly<{ number: number | undefined }>) {
  if (number === undefined) return null
  return (
    <span className="inline-grid size-5 shrink-0 place-items-center rounded-full bg-accent font-semibold text-[11px] text-accent-ink leading-none">
      {number}
    </span>
  )
}
