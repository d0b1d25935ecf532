// Holds the arrows of .dependency-cruiser.mjs, and fails when the checker saw fewer files than git
// knows: with TypeScript 7 and without @swc/core it reads no TypeScript at all and reports success.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './project.mjs'

const folders = ['app', 'components', 'lib']
const known = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', ...folders],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter(
    (path) => /[.]tsx?$/.test(path) && !path.endsWith('.d.ts') && existsSync(join(root, path)),
  )

const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    ...folders,
    '-T',
    'json',
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
)
if (!run.stdout) {
  say(`the arrow checker did not run: ${run.stderr}`)
  process.exit(1)
}
const { modules, summary } = JSON.parse(run.stdout)
const seen = new Set(modules.map((module) => module.source))
const unseen = known.filter((path) => !seen.has(path))

for (const { rule, from, to } of summary.violations) say(`${rule.name}: ${from} -> ${to}`)
if (unseen.length > 0)
  say(`not read by the checker: ${unseen.slice(0, 5).join(', ')} (${unseen.length} in all)`)
say(
  `arrows: ${known.length} files, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} violations`,
)
process.exit(summary.violations.length > 0 || unseen.length > 0 ? 1 : 0)
