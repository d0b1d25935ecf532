const shelf: Record<symbol, unknown> = globalThis as unknown as Record<symbol, unknown>

/**
 * The one `name` of this process, made by `make` when first asked for.
 *
 * Next bundles the start-up hook and the routes apart, so a module's own variable exists twice;
 * what must exist once (pools, token caches) lives on `globalThis`.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`fivestep.${name}`)
  shelf[key] ??= make()
  // Only this function writes the key, and always with what `make` of the same name returned.
  return shelf[key] as T
}
