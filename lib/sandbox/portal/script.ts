/**
 * The portal's whole script: it shows the copy buttons, which need the clipboard, and folds the
 * menu away on small screens. Every page works without it.
 */
export const portalScript = `'use strict'
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break
  button.hidden = false
  const label = button.textContent
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = 'Copied'
    setTimeout(() => { button.textContent = label }, 1500)
  })
}
for (const input of document.querySelectorAll('input[readonly]')) {
  input.addEventListener('focus', () => input.select())
}
const menu = document.querySelector('details.menu')
if (menu && matchMedia('(max-width: 56rem)').matches) menu.open = false
`
