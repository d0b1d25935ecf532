import type { ReactNode } from 'react'

/** `wanted` is what to take, `avoid` what is often taken by mistake. */
export type MockTone = 'plain' | 'wanted' | 'avoid'

const tones: Readonly<Record<MockTone, string>> = {
  plain: 'border-line bg-surface',
  wanted: 'border-accent bg-surface ring-2 ring-accent/40',
  avoid: 'border-line border-dashed bg-surface text-muted line-through decoration-danger',
}

type Props = Readonly<{ tone?: MockTone; mono?: boolean; children: ReactNode }>

/** A value inside a drawn box; long ids wrap instead of running out of the drawing. */
export function MockValue({ tone = 'plain', mono = false, children }: Props) {
  return (
    <span
      className={`block min-h-8 break-all rounded border px-2 py-1.5 leading-tight ${tones[tone]} ${mono ? 'font-mono text-xs' : ''}`}
    >
      {children}
    </span>
  )
}
