const settledAfterMs = 200

/**
 * Keeps query parameters in the page's address. What changes is read back at once and written into
 * the address once it has settled: the router goes over the page each time the address changes,
 * which somebody who types would wait for at every letter.
 */
export class AddressWriter {
  readonly #listeners = new Set<() => void>()
  readonly #waiting = new Map<string, string>()
  #path = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#listen(true)
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#listen(false)
    }
  }

  /** The value of a parameter now; the empty string where it is absent. */
  read(name: string): string {
    const waiting = this.#isHere() ? this.#waiting.get(name) : undefined
    return waiting ?? new URLSearchParams(window.location.search).get(name) ?? ''
  }

  /** Sets a parameter of the present page; the empty string takes it away. */
  write(name: string, value: string): void {
    if (!this.#isHere()) this.#waiting.clear()
    this.#path = window.location.pathname
    this.#waiting.set(name, value)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#flush, settledAfterMs)
    for (const listener of this.#listeners) listener()
  }

  /** What was set on one page means nothing on the next. */
  #isHere(): boolean {
    return this.#path === window.location.pathname
  }

  readonly #flush = (): void => {
    clearTimeout(this.#timer)
    if (this.#waiting.size === 0) return
    const url = new URL(window.location.href)
    const changes = this.#isHere() ? [...this.#waiting] : []
    this.#waiting.clear()
    for (const [name, value] of changes) {
      if (value === '') url.searchParams.delete(name)
      else url.searchParams.set(name, value)
    }
    if (url.href === window.location.href) return
    window.history.replaceState(null, '', url)
    for (const listener of this.#listeners) listener()
  }

  readonly #forget = (): void => {
    this.#waiting.clear()
  }

  readonly #flushBeforeEnter = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') this.#flush()
  }

  /**
   * Going back means the address that is gone back to. What may lead away, a press or the end of
   * the page, first writes down what was set, so that coming back finds it.
   */
  #listen(isOn: boolean): void {
    const change = isOn ? window.addEventListener : window.removeEventListener
    change.call(window, 'popstate', this.#forget)
    change.call(window, 'pagehide', this.#flush)
    change.call(window, 'click', this.#flush, true)
    if (isOn) window.addEventListener('keydown', this.#flushBeforeEnter, true)
    else window.removeEventListener('keydown', this.#flushBeforeEnter, true)
  }
}
