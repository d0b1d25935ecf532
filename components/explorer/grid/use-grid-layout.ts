'use client'

import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useEffect, useMemo, useState } from 'react'
import type { Column } from '@/components/explorer/grid/column'
import {
  isPlain,
  keepLayout,
  movedBefore,
  readLayout,
} from '@/components/explorer/grid/grid-layout'

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})
const helper = createColumnHelper<typeof features, never>()
// Rows are the virtualizer's matter: the table is asked for its columns only.
const noRows: never[] = []
export const widthMinRem = 3
const widthMaxRem = 60

/** A column where it stands, as wide as it is. */
export type LaidColumn = Readonly<{ column: Column; widthRem: number; isPinned: boolean }>

/** The columns of a grid as they are laid out, and what can be done to that. */
export type GridColumns = Readonly<{
  /** From left to right; the pinned ones first. */
  shown: readonly LaidColumn[]
  pinned: number
  /** All, as a list of choices shows them. */
  choices: readonly Readonly<{ name: string; isShown: boolean; isPinned: boolean }>[]
  isChanged: boolean
  resize: (name: string, widthRem: number | null) => void
  show: (name: string, isShown: boolean) => void
  showAll: () => void
  pin: (name: string, isPinned: boolean) => void
  /** Moves a column to stand before another one of its side, or to the end of it. */
  moveBefore: (name: string, before: string | undefined) => void
  /** Moves it by one place among those that are shown. */
  moveBy: (name: string, by: -1 | 1) => void
  reset: () => void
}>

/** Lays out columns; what a person changes is kept in the browser, by `entity`. */
export function useGridLayout(columns: readonly Column[], entity: string): GridColumns {
  const [kept] = useState(() => readLayout(window.localStorage, entity))
  const definitions = useMemo(
    () =>
      columns.map(({ name, widthRem }) =>
        helper.display({ id: name, size: widthRem, minSize: widthMinRem, maxSize: widthMaxRem }),
      ),
    [columns],
  )
  const table = useTable({ features, columns: definitions, data: noRows, initialState: kept })
  const { state } = table
  useEffect(() => {
    keepLayout(window.localStorage, entity, state)
  }, [entity, state])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the table changes when these do, and is another object at every drawing
  const laid = useMemo(() => {
    const known = new Map(columns.map((column) => [column.name, column]))
    const start = table.getStartVisibleLeafColumns()
    const shown = [...start, ...table.getCenterVisibleLeafColumns()].flatMap((drawn, index) => {
      const column = known.get(drawn.id)
      const isPinned = index < start.length
      return column ? [{ column, widthRem: drawn.getSize(), isPinned }] : []
    })
    const choices = [...table.getStartLeafColumns(), ...table.getCenterLeafColumns()].map(
      (column) => ({
        name: column.id,
        isShown: column.getIsVisible(),
        isPinned: column.getIsPinned() === 'start',
      }),
    )
    return { shown, pinned: start.length, choices }
  }, [columns, definitions, state])

  const moveBefore = (name: string, before: string | undefined) => {
    const names = (isPinned: boolean) =>
      laid.choices.filter((choice) => choice.isPinned === isPinned).map((choice) => choice.name)
    const isPinned = laid.choices.some((choice) => choice.name === name && choice.isPinned)
    const next = movedBefore(names(isPinned), name, before)
    // What another query of the same entity brings keeps its place, too.
    const withAbsent = (kept: readonly string[]) => [
      ...next,
      ...kept.filter((other) => !columns.some((column) => column.name === other)),
    ]
    if (isPinned) table.setColumnPinning(({ start }) => ({ start: withAbsent(start), end: [] }))
    else table.setColumnOrder((order) => [...names(true), ...withAbsent(order)])
  }
  return {
    ...laid,
    isChanged: !isPlain(state),
    resize: (name, widthRem) => {
      if (widthRem === null) table.getColumn(name)?.resetSize()
      else table.setColumnSizing((sizes) => ({ ...sizes, [name]: bounded(widthRem) }))
    },
    show: (name, isShown) => table.getColumn(name)?.toggleVisibility(isShown),
    showAll: () => table.resetColumnVisibility(true),
    pin: (name, isPinned) => table.getColumn(name)?.pin(isPinned ? 'start' : false),
    moveBefore,
    moveBy: (name, by) => {
      const side = laid.shown.filter(({ isPinned }, _, all) => isPinned === sideOf(all, name))
      const place = side.findIndex(({ column }) => column.name === name)
      if (place + by < 0 || place + by >= side.length) return
      moveBefore(name, side[by === 1 ? place + 2 : place - 1]?.column.name)
    },
    reset: () => {
      table.resetColumnOrder(true)
      table.resetColumnVisibility(true)
      table.resetColumnPinning(true)
      table.resetColumnSizing(true)
    },
  }
}

function sideOf(shown: readonly LaidColumn[], name: string): boolean {
  return shown.some(({ column, isPinned }) => column.name === name && isPinned)
}

function bounded(widthRem: number): number {
  return Math.round(Math.min(widthMaxRem, Math.max(widthMinRem, widthRem)) * 100) / 100
}
