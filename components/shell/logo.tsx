const steps = [0, 1, 2, 3, 4] as const

/** The mark: five rising steps, the last one reached. */
export function LogoMark({ className }: Readonly<{ className?: string }>) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className ?? 'size-6'}>
      {steps.map((step) => (
        <rect
          key={step}
          x={0.5 + step * 6.3}
          y={25.6 - step * 6.3}
          width="5.8"
          height="5.8"
          rx="1.5"
          className="fill-accent"
          opacity={0.36 + step * 0.16}
        />
      ))}
    </svg>
  )
}

/** The mark with the name beside it. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <LogoMark />
      <span className="text-lg font-semibold tracking-[-0.015em]">Fivestep</span>
    </span>
  )
}
