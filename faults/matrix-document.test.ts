import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { toMatrixDocument } from '@/faults/matrix-document'
import { faultStates } from '@/faults/states'
import { knowledge } from '@/lib/diagnosis/knowledge'
import { chain } from '@/lib/proof/chain'
import { raisedRefusals } from '@/lib/sandbox/entra/raised-refusals'
import { Fault } from '@/lib/sandbox/state/state'

const path = fileURLToPath(new URL('../docs/fault-matrix.md', import.meta.url))

test('the document of the matrix is up to date: else run `npm run faults -- --document`', () => {
  const written = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  expect(written).toBe(toMatrixDocument(faultStates))
})

test('no two states have one id', () => {
  expect(new Set(faultStates.map(({ id }) => id)).size).toBe(faultStates.length)
})

const rules = knowledge.map(({ id }) => id)

test.each(faultStates)('the truth of $id names a check and rules that exist', ({ truth }) => {
  expect(chain.map(({ id }) => id)).toContain(truth.check)
  for (const rule of truth.rules) expect(rules).toContain(rule)
})

test('everything that a person can break on the page of the practice tenant has its state', () => {
  const ids = faultStates.map(({ id }) => id)
  const wanted = [
    ...raisedRefusals.map(({ code }) => `entra-code-${code}`),
    ...Fault.options.map((fault) => `portal-${fault.replaceAll('_', '-')}`),
  ]
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
})
