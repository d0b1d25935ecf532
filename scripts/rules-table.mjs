// Writes the table of everything that is known of failures: `npm run rules`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import { root, say } from './project.mjs'
import { rulesDocument } from './rules-document.mjs'

const { knowledge } = await tsImport('../lib/diagnosis/knowledge.ts', import.meta.url)
const { toMarkdownTable } = await tsImport('../lib/diagnosis/knowledge-table.ts', import.meta.url)

const file = 'docs/diagnosis-rules.md'
writeFileSync(join(root, file), rulesDocument(toMarkdownTable(knowledge), knowledge.length))
say(`${file}: ${knowledge.length} entries`)
