import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knowledge } from '@/lib/diagnosis/knowledge'
import { toMarkdownTable } from '@/lib/diagnosis/knowledge-table'
import { root } from './project.mjs'
import { rulesDocument } from './rules-document.mjs'

test('the table of rules in the documents is up to date: else run `npm run rules`', () => {
  const written = readFileSync(join(root, 'docs/diagnosis-rules.md'), 'utf8').replaceAll(
    '\r\n',
    '\n',
  )
  expect(written).toBe(rulesDocument(toMarkdownTable(knowledge), knowledge.length))
})
