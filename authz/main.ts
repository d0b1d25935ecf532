/**
 * `npm run authz`: walks every route × role × connection and compares what the door says with
 * `docs/authz.json`. A route or page without an entry fails, and so does an entry without one.
 * With `--write` the table for people, `docs/authz.md`, is written anew. The last line is one JSON
 * object.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { AuthzTable, toDocument } from './table'
import { walkRoutes } from './walk'

const documentPath = 'docs/authz.md'
const table = AuthzTable.parse(JSON.parse(readFileSync('docs/authz.json', 'utf8')))
const document = toDocument(table)
if (process.argv.includes('--write')) writeFileSync(documentPath, document)

const { routes, tried, wrong, unlisted } = await walkRoutes(table)
if (readFileSync(documentPath, 'utf8') !== document) {
  wrong.push(`${documentPath} does not say what docs/authz.json says: npm run authz -- --write`)
}
for (const line of [...unlisted, ...wrong]) console.log(line)
console.log(JSON.stringify({ routes, tried, wrong: wrong.length, unlisted: unlisted.length }))
process.exit(wrong.length + unlisted.length === 0 ? 0 : 1)
