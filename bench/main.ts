/** `npm run bench -- <name>`: one benchmark, alone. Its last line is one JSON object. */
import { benchCanaries } from './canaries'
import { benchCatalog } from './catalog'
import { benchDecodePaste } from './decode-paste'
import { benchExport } from './export'
import { benchGrid } from './grid'
import { benchProxy } from './proxy'
import { benchSearch } from './search'

const benches: Readonly<Record<string, () => Promise<object>>> = {
  canaries: benchCanaries,
  catalog: benchCatalog,
  'decode-paste': benchDecodePaste,
  export: benchExport,
  grid: benchGrid,
  proxy: benchProxy,
  search: benchSearch,
}

const [name = ''] = process.argv.slice(2)
const bench = benches[name]
if (bench) {
  console.log(JSON.stringify(await bench()))
} else {
  console.error(`Say which one: npm run bench -- ${Object.keys(benches).join('|')}`)
  process.exitCode = 1
}
