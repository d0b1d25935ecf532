'use client'

import Link from 'next/link'
import {
  cut,
  type Neighbour,
  nodeSize,
  type Placed,
  placeNeighbours,
  tellingConstraint,
} from '@/components/explorer/neighbours'

type Props = Readonly<{
  name: string
  neighbours: readonly Neighbour[]
  /** Address of the entity set to walk to. */
  hrefOf: (set: string) => string
}>

const titleLetters = 25
const lineLetters = 32
const { width, height } = nodeSize

/** An entity and those around it; each of them is a way there. */
export function NeighbourDiagram({ name, neighbours, hrefOf }: Props) {
  const diagram = placeNeighbours(neighbours)
  const { center, placed } = diagram
  return (
    <figure className="hidden @xl:block">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links, which fieldset is not */}
      <svg
        role="group"
        aria-label={`Neighbours of ${name}`}
        viewBox={`-2 -2 ${diagram.width + 4} ${diagram.height + 4}`}
        style={{ maxWidth: `${(diagram.width + 4) / 14}rem` }}
        className="block h-auto w-full overflow-visible"
      >
        {placed.map((place) => (
          <Edge key={keyOf(place)} place={place} center={center} />
        ))}
        <rect
          {...center}
          width={width}
          height={height}
          rx={6}
          className="fill-accent-soft stroke-accent"
          strokeWidth={1.5}
        />
        <text
          x={center.x + width / 2}
          y={center.y + height / 2 + 5}
          textAnchor="middle"
          className="fill-ink text-[0.875rem] font-semibold"
        >
          {cut(name, titleLetters)}
        </text>
        {placed.map((place) => (
          <Node key={keyOf(place)} place={place} hrefOf={hrefOf} />
        ))}
      </svg>
      {placed.length < neighbours.length ? (
        <figcaption className="mt-2 text-sm text-muted">
          {placed.length} of {neighbours.length} neighbours; the list has them all.
        </figcaption>
      ) : null}
    </figure>
  )
}

function keyOf({ neighbour }: Placed): string {
  return `${neighbour.isMany} ${neighbour.title}`
}

/** A line that ends in a crow's foot where there are many, and in a stroke where there is one. */
function Edge({
  place,
  center,
}: Readonly<{ place: Placed; center: Readonly<{ x: number; y: number }> }>) {
  const { isMany } = place.neighbour
  const turn = isMany ? 1 : -1
  const end = { x: isMany ? place.x + width : place.x, y: place.y + height / 2 }
  const start = { x: isMany ? center.x : center.x + width, y: center.y + height / 2 }
  const reach = (start.x - end.x) / 2
  const foot = end.x + turn * 12
  const mark = isMany
    ? `M${foot} ${end.y} L${end.x} ${end.y - 7} M${foot} ${end.y} L${end.x} ${end.y + 7}`
    : `M${foot} ${end.y - 6} L${foot} ${end.y + 6}`
  return (
    <path
      d={`M${start.x} ${start.y} C${start.x - reach} ${start.y} ${end.x + reach} ${end.y} ${foot} ${end.y} L${end.x} ${end.y} ${mark}`}
      className="fill-none stroke-line-strong"
      strokeWidth={1.25}
    />
  )
}

function Node({ place, hrefOf }: Readonly<{ place: Placed; hrefOf: Props['hrefOf'] }>) {
  const { neighbour, x, y } = place
  const { title, set, isMany, relations } = neighbour
  const names = relations.map(({ name }) => name).join(', ')
  const line = tellingConstraint(neighbour) ?? names
  const drawn = (
    <>
      <title>{`${title}, by ${names}`}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
        strokeDasharray={set === null ? '4 3' : undefined}
        className="fill-surface stroke-line-strong group-hover:fill-sunken group-hover:stroke-accent group-focus-visible:stroke-accent group-focus-visible:stroke-[3px]"
      />
      <text x={x + 12} y={y + 20} className="fill-ink text-[0.8125rem] font-medium">
        {cut(title, titleLetters)}
      </text>
      <text x={x + 12} y={y + 37} className="fill-muted text-[0.6875rem]">
        {cut(relations.length > 1 ? `${line} and ${relations.length - 1} more` : line, lineLetters)}
      </text>
    </>
  )
  if (set === null) return <g>{drawn}</g>
  return (
    <Link
      href={hrefOf(set)}
      prefetch={false}
      aria-label={`${title}, ${isMany ? 'many' : 'one'}, by ${names}`}
      className="group outline-none"
    >
      {drawn}
    </Link>
  )
}
