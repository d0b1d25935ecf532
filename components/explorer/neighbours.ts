import { shortName } from '@/components/explorer/field-words'
import type { CatalogRelation } from '@/lib/contract/catalog'

/** An entity that one or more relations lead to. */
export type Neighbour = Readonly<{
  title: string
  /** Entity set to walk to; null where the metadata binds none. */
  set: string | null
  /** Whether a row here has many of them. */
  isMany: boolean
  relations: readonly CatalogRelation[]
}>

/** The entities that relations lead to, each once for those that it has one of and for its many. */
export function toNeighbours(relations: readonly CatalogRelation[]): Neighbour[] {
  const found = new Map<string, CatalogRelation[]>()
  for (const relation of relations) {
    const key = `${relation.isCollection} ${relation.targetSet ?? relation.targetType}`
    found.set(key, [...(found.get(key) ?? []), relation])
  }
  return [...found.values()]
    .flatMap((own) => {
      const [first] = own
      if (!first) return []
      const { targetSet, targetType, isCollection } = first
      const title = targetSet ?? shortName(targetType)
      return [{ title, set: targetSet, isMany: isCollection, relations: own }]
    })
    .sort((one, other) => one.title.localeCompare(other.title, 'en'))
}

/** What joins the two: `CustomerGroupId`, or `GroupId = CustomerGroupId` where names differ. */
export function constraintWords(on: CatalogRelation['on']): string[] {
  return on.map(([own, other]) => (own === other ? own : `${own} = ${other}`))
}

/** The pair that tells relations apart; nearly all of them share the company. */
export function tellingConstraint({ relations }: Neighbour): string | null {
  const on = relations.flatMap((relation) => relation.on)
  const telling = on.filter(([own]) => own.toLowerCase() !== 'dataareaid')
  return constraintWords(telling.length > 0 ? telling : on)[0] ?? null
}

/** As many as fit on a screen, half of them on either side where there are more. */
export const drawnMax = 16

export const nodeSize = { width: 216, height: 46 } as const
const pitch = 58
const columnPitch = 296

export type Placed = Readonly<{ neighbour: Neighbour; x: number; y: number }>

export type Diagram = Readonly<{
  width: number
  height: number
  center: Readonly<{ x: number; y: number }>
  placed: readonly Placed[]
}>

/**
 * Where the neighbours stand: to the left what a row here has many of, to the right what it has one
 * of. Units are those of the drawing.
 */
export function placeNeighbours(neighbours: readonly Neighbour[]): Diagram {
  const most = neighbours.length > drawnMax ? drawnMax / 2 : drawnMax
  const left = neighbours.filter(({ isMany }) => isMany).slice(0, most)
  const right = neighbours.filter(({ isMany }) => !isMany).slice(0, most)
  const rows = Math.max(left.length, right.length, 1)
  const height = (rows - 1) * pitch + nodeSize.height
  const centerX = left.length > 0 ? columnPitch : 0
  const column = (own: readonly Neighbour[], x: number) =>
    own.map((neighbour, index) => ({
      neighbour,
      x,
      y: (height - ((own.length - 1) * pitch + nodeSize.height)) / 2 + index * pitch,
    }))
  return {
    width: centerX + nodeSize.width + (right.length > 0 ? columnPitch : 0),
    height,
    center: { x: centerX, y: (height - nodeSize.height) / 2 },
    placed: [...column(left, 0), ...column(right, centerX + columnPitch)],
  }
}

/** `text` in as many letters as have room. */
export function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`
}
