import type { FilterGroup, FilterNode } from '@/lib/odata/query/filter-tree'

/** Where a node stands: the index in each group on the way down; empty for the root. */
export type NodePath = readonly number[]

/** `root` with the node at `path` changed; null takes it out. The root itself is never taken out. */
export function changeNode(
  root: FilterGroup,
  path: NodePath,
  change: (node: FilterNode) => FilterNode | null,
): FilterGroup {
  const [index, ...rest] = path
  if (index === undefined) {
    const changed = change(root)
    return changed?.kind === 'group' ? changed : { ...root, items: changed ? [changed] : [] }
  }
  const items = root.items.flatMap((item, at) => {
    if (at !== index) return [item]
    if (rest.length === 0) return change(item) ?? []
    return item.kind === 'group' ? [changeNode(item, rest, change)] : [item]
  })
  return { ...root, items }
}

/** `root` with one more node at the end of the group at `path`. */
export function addNode(root: FilterGroup, path: NodePath, node: FilterNode): FilterGroup {
  return changeNode(root, path, (group) =>
    group.kind === 'group' ? { ...group, items: [...group.items, node] } : group,
  )
}

/** `root` with the group at `path` joined the other way. */
export function joinBy(root: FilterGroup, path: NodePath, join: FilterGroup['join']): FilterGroup {
  return changeNode(root, path, (group) => (group.kind === 'group' ? { ...group, join } : group))
}
