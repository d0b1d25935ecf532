/**
 * Puts `text` on the clipboard. True when it is there.
 *
 * `navigator.clipboard` exists only on https and localhost; a console served over plain http in an
 * own network falls back to the browser's older copy command.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Permission refused: the older way may still be open.
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'fixed top-0 left-0 opacity-0'
  // Inside a modal dialog only its own descendants can take the focus.
  const host = focused?.closest('[role="dialog"],[role="alertdialog"]') ?? document.body
  host.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
