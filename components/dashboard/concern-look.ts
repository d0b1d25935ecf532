import { CircleCheck, CircleDashed, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { Concern } from '@/lib/contract/dashboard'

type Look = Readonly<{ word: string; icon: LucideIcon; ink: string; edge: string }>

/** A concern as it is drawn: never by colour alone. */
export const concernLook: Readonly<Record<Concern, Look>> = {
  broken: { word: 'Broken', icon: CircleX, ink: 'text-danger', edge: 'border-l-danger' },
  warning: {
    word: 'Attention',
    icon: TriangleAlert,
    ink: 'text-warning',
    edge: 'border-l-warning',
  },
  unwatched: {
    word: 'Not watched',
    icon: CircleDashed,
    ink: 'text-faint',
    edge: 'border-l-line-strong',
  },
  fine: { word: 'Fine', icon: CircleCheck, ink: 'text-success', edge: 'border-l-success' },
}

export const concerns = [
  'broken',
  'warning',
  'unwatched',
  'fine',
] as const satisfies readonly Concern[]
