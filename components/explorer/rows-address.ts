const settledAfterMs = 250

/** Parameters of the page's address that say what is read; null takes one away. */
type Change = Readonly<Partial<Record<'options' | 'draft' | 'at' | 'view', string | null>>>

/**
 * The query of a page of rows, in the page's address. A step that a person took is one that going
 * back undoes; what is being typed is read back at once and written down once it has settled, since
 * browsers refuse an address that changes with every letter.
 */
export class RowsAddressStore {
  readonly #listeners = new Set<() => void>()
  #typed: Readonly<{ path: string; draft: string | null }> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#listen(true)
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#listen(false)
    }
  }

  /** A parameter as it is now; null where it is absent. */
  read(name: keyof Change): string | null {
    const typed = this.#typed
    if (name === 'draft' && typed?.path === window.location.pathname) return typed.draft
    return new URLSearchParams(window.location.search).get(name)
  }

  /** Takes what is being typed; null where it is what was run already. */
  type(draft: string | null): void {
    this.#typed = { path: window.location.pathname, draft }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#settle, settledAfterMs)
    this.#tell()
  }

  /** Changes the address: `push` for a step that can be undone. */
  go(change: Change, how: 'push' | 'replace'): void {
    // What was typed before it becomes a step of its own, which going back leads to.
    this.#settle()
    write(change, how)
    this.#tell()
  }

  readonly #settle = (): void => {
    clearTimeout(this.#timer)
    const typed = this.#typed
    this.#typed = undefined
    if (typed?.path === window.location.pathname) write({ draft: typed.draft }, 'replace')
  }

  readonly #goBack = (): void => {
    clearTimeout(this.#timer)
    this.#typed = undefined
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  /** What may lead away, a press or the end of the page, first writes down what was typed. */
  #listen(isOn: boolean): void {
    const change = isOn ? window.addEventListener : window.removeEventListener
    change.call(window, 'popstate', this.#goBack)
    change.call(window, 'pagehide', this.#settle)
    change.call(window, 'click', this.#settle, true)
  }
}

function write(change: Change, how: 'push' | 'replace'): void {
  const url = new URL(window.location.href)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  if (url.href !== window.location.href) window.history[`${how}State`](null, '', url)
}
