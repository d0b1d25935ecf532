/** What the page measures of itself; times in milliseconds. */
type Watch = { painted: Promise<number> | null; interactive: Promise<number> | null }

declare global {
  interface Window {
    fivestepBench?: Watch
  }
}

/**
 * Runs in the page before anything else does: from each key until the finder's list answers it on the
 * screen, and from the last byte of the rows until their cells are painted and have answered a key.
 */
export function watchPage(): void {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const afterPaint = async () => {
    await frame()
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  }
  const isAnswered = () => {
    const input = document.querySelector<HTMLInputElement>('[role="combobox"]')
    const first = document.querySelector<HTMLAnchorElement>('[role="option"]')
    if (!first) return document.querySelector('[role="listbox"]') === null
    const said = new URL(first.href).searchParams.get('find') ?? ''
    return said.trim() === input?.value.trim()
  }
  const answered = async (since: number) => {
    await new Promise((resolve) => setTimeout(resolve))
    while (!isAnswered()) await frame()
    await afterPaint()
    return performance.now() - since
  }
  const interactive = async () => {
    const cellAt = (spot: string) => document.querySelector<HTMLElement>(`[data-spot="${spot}"]`)
    while (!cellAt('0:0')) await frame()
    const from = cellAt('0:0')
    from?.focus()
    from?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
    while (document.activeElement !== cellAt('1:0')) await frame()
    await afterPaint()
    const rows = performance
      .getEntriesByType('resource')
      .find(({ name }) => name.includes('/odata/CustomersV3'))
    if (!(rows instanceof PerformanceResourceTiming)) throw new Error('no rows were asked for')
    return performance.now() - rows.responseEnd
  }
  const isRows = window.location.pathname.endsWith('/CustomersV3')
  const watch: Watch = { painted: null, interactive: isRows ? interactive() : null }
  window.fivestepBench = watch
  const onKey = ({ timeStamp }: KeyboardEvent) => {
    watch.painted = answered(timeStamp)
  }
  window.addEventListener('keydown', onKey, { capture: true })
}
