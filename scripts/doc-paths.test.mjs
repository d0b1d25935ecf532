import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './project.mjs'

const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

/** Paths of the checkout in backticks, and targets of relative links. */
const inText =
  /`((?:app|components|lib|e2e|bench|scripts|docs)\/[\w./-]+)`|\]\(((?!https?:|#)[^)]+)\)/g

test.each(documents)('every path that %s names exists', (document) => {
  const text = readFileSync(join(root, document), 'utf8')
  const folder = join(root, document, '..')
  const gone = [...text.matchAll(inText)]
    .map(([, path, link]) => (path ? join(root, path) : join(folder, link)))
    .filter((path) => !existsSync(path))
  expect(gone).toEqual([])
})
