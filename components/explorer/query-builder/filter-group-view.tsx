'use client'

import { FolderPlus, Plus, X } from 'lucide-react'
import { newCondition } from '@/components/explorer/query-builder/comparisons'
import { ConditionRow } from '@/components/explorer/query-builder/condition-row'
import {
  addNode,
  changeNode,
  joinBy,
  type NodePath,
} from '@/components/explorer/query-builder/filter-edits'
import { IconButton } from '@/components/explorer/query-builder/icon-button'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { EntityShape } from '@/lib/odata/query/entity-shape'
import type { FilterGroup, FilterNode } from '@/lib/odata/query/filter-tree'

type Props = Readonly<{
  root: FilterGroup
  group: FilterGroup
  path: NodePath
  known: Readonly<{ shape: EntityShape; today: string }>
  onChange: (root: FilterGroup, typing?: boolean) => void
}>

/** Conditions that are joined alike, and the groups among them. */
export function FilterGroupView({ root, group, path, known, onChange }: Props) {
  const isRoot = path.length === 0
  const more = () => newCondition(known)
  return (
    <fieldset
      aria-label={isRoot ? 'Filter' : `Group ${nameOf(path)}`}
      className={cx(
        'flex min-w-0 flex-col gap-2',
        !isRoot && 'rounded-md border border-line bg-surface p-2',
      )}
    >
      {group.items.length > 1 || !isRoot ? (
        <div className="flex items-center justify-between gap-2">
          <JoinChoice
            join={group.join}
            label={isRoot ? 'How the conditions are joined' : `How group ${nameOf(path)} is joined`}
            onChoose={(join) => onChange(joinBy(root, path, join))}
          />
          {isRoot ? null : (
            <IconButton
              label={`Remove group ${nameOf(path)}`}
              icon={X}
              onPress={() => onChange(changeNode(root, path, () => null))}
            />
          )}
        </div>
      ) : null}
      {group.items.map((node, index) => {
        const at = [...path, index]
        return node.kind === 'group' ? (
          <FilterGroupView
            key={at.join('.')}
            root={root}
            group={node}
            path={at}
            known={known}
            onChange={onChange}
          />
        ) : (
          <ConditionRow
            key={at.join('.')}
            node={node}
            name={nameOf(at)}
            known={known}
            onChange={(next: FilterNode | null, typing) =>
              onChange(
                changeNode(root, at, () => next),
                typing,
              )
            }
          />
        )
      })}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onChange(addNode(root, path, more()))}>
          <Plus aria-hidden="true" />
          Condition
        </Button>
        <Button
          size="sm"
          variant="ghost"
          onClick={() =>
            onChange(
              addNode(root, path, {
                kind: 'group',
                join: group.join === 'and' ? 'or' : 'and',
                items: [more()],
              }),
            )
          }
        >
          <FolderPlus aria-hidden="true" />
          Group
        </Button>
      </div>
    </fieldset>
  )
}

/** `1`, `2.1`: where a condition stands, for whoever hears the page. */
function nameOf(path: NodePath): string {
  return path.map((index) => index + 1).join('.')
}

type JoinProps = Readonly<{
  join: FilterGroup['join']
  label: string
  onChoose: (join: FilterGroup['join']) => void
}>

const joins = [
  ['and', 'all of them'],
  ['or', 'any of them'],
] as const

function JoinChoice({ join, label, onChoose }: JoinProps) {
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="sr-only">{label}</legend>
      {joins.map(([value, words]) => (
        <button
          key={value}
          type="button"
          aria-pressed={join === value}
          onClick={() => onChoose(value)}
          className={cx(
            'rounded-sm px-2 py-0.5 text-xs font-medium',
            join === value ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-sunken',
          )}
        >
          {words}
        </button>
      ))}
    </fieldset>
  )
}
