/** Which room of lib/ may import which. A room may name only rooms above it, so the house has no cycle. */
const pure = ['odata', 'steps', 'diagnosis', 'contract', 'code']
const base = [...pure, 'env', 'log']
const arrows = {
  odata: [],
  steps: [],
  diagnosis: ['odata', 'steps'],
  contract: ['odata', 'steps', 'diagnosis'],
  // Writes queries down as programs: below what it reads, and as pure, since the browser runs it.
  code: ['odata', 'steps', 'contract'],
  sandbox: pure,
  env: pure,
  log: [...pure, 'env'],
  http: base,
  db: base,
  vault: [...base, 'db'],
  entra: [...base, 'http'],
  finops: [...base, 'http', 'entra'],
  audit: [...base, 'db'],
  access: [...base, 'db', 'vault', 'audit'],
  connections: [...base, 'db', 'vault', 'entra', 'audit', 'access'],
  proof: [...base, 'db', 'http', 'entra', 'finops', 'audit', 'connections'],
  catalog: [...base, 'db', 'http', 'entra', 'finops', 'audit', 'connections'],
  exports: [...base, 'db', 'http', 'finops', 'audit', 'connections', 'catalog'],
  queries: [...base, 'db', 'audit', 'connections'],
  writes: [...base, 'db', 'finops', 'audit', 'connections', 'catalog'],
  canaries: [...base, 'db', 'http', 'audit', 'connections', 'proof'],
  alerts: [...base, 'db', 'http', 'audit', 'connections', 'canaries'],
  practice: [...base, 'http'],
  health: [...base, 'db', 'vault', 'http'],
  jobs: [
    ...base,
    'db',
    'audit',
    'access',
    'connections',
    'proof',
    'catalog',
    'exports',
    'queries',
    'writes',
    'canaries',
    'alerts',
  ],
}
const order = Object.keys(arrows)
for (const [name, may] of Object.entries(arrows)) {
  const wrong = may.find(
    (other) => order.indexOf(other) >= order.indexOf(name) || !order.includes(other),
  )
  if (wrong) throw new Error(`arrow ${name} -> ${wrong} does not point up the table`)
}

const room = (names) => `^lib/(${names.join('|')})/`
const test = '[.]test[.]tsx?$'
const rule = (name, from, to) => ({ name, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(arrows).map(([name, may]) =>
      rule(
        `room-${name}`,
        { path: `^lib/${name}/`, pathNot: test },
        { path: '^(app|components|lib|e2e|scripts|bench|faults)/', pathNot: room([name, ...may]) },
      ),
    ),
    // Tests drive a room through its real neighbours and the practice tenant, but never a page.
    rule(
      'tests-stay-in-lib',
      { path: `^lib/.*${test}` },
      { path: '^(app|components|e2e|bench|faults)/' },
    ),
    rule(
      'room-not-in-table',
      { path: '^(app|components|lib)/' },
      { path: '^lib/', pathNot: room(order) },
    ),
    rule(
      'pure-is-pure',
      { path: room(pure), pathNot: test },
      { pathNot: [room(pure), 'node_modules/(zod|saxes|xmlchars)/'] },
    ),
    rule(
      'components-see-only-pure',
      { path: '^components/', pathNot: test },
      { path: '^lib/', pathNot: room(pure) },
    ),
    rule('components-not-app', { path: '^components/' }, { path: '^app/' }),
    rule(
      'primitives-know-nothing',
      { path: '^components/ui/' },
      { path: '^(lib|app|components/(?!ui/))' },
    ),
    rule(
      'pillars-apart',
      { path: '^components/(wizard|explorer|dashboard)/' },
      {
        path: '^components/(wizard|explorer|dashboard)/',
        pathNot: '^components/$1/',
      },
    ),
    // A diagnosis and a proof are drawn by every pillar; they know none of those who draw them.
    rule(
      'shared-pillars-apart',
      { path: '^components/(diagnosis|proof)/' },
      { path: '^components/(wizard|explorer|dashboard)/' },
    ),
    rule(
      'diagnosis-below-proof',
      { path: '^components/diagnosis/' },
      { path: '^components/proof/' },
    ),
    rule(
      'sandbox-stays-outside',
      { path: '^(app|components|lib)/', pathNot: ['^lib/sandbox/', test] },
      { path: '^lib/sandbox/' },
    ),
    rule(
      'routes-hold-no-sql',
      { path: '^app/', pathNot: test },
      { path: ['^lib/db/(?!errors)', 'node_modules/drizzle-orm/'] },
    ),
    rule('no-cycle', {}, { circular: true }),
    rule('no-unresolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
