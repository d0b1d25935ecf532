/** Lets the browser keep `text` as a file. */
export function saveText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by the time that the next task runs.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
