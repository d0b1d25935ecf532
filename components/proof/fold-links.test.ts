import { expect, test } from 'vitest'
import { foldLinks } from '@/components/proof/fold-links'
import type { Link } from '@/components/proof/proof-run'
import type { CheckVerdict } from '@/lib/contract/proof'
import type { StepId } from '@/lib/steps/step'

function link(id: string, step: StepId, state: CheckVerdict): Link {
  const check = {
    id,
    step,
    title: id,
    verdict: state,
    summary: '',
    evidence: [],
    tookMs: 1,
    diagnosis: null,
    failure: null,
  }
  return { id, step, title: id, state, check }
}

const told = (links: Link[], step: StepId | null) =>
  foldLinks(links, step).map((stretch) =>
    stretch.kind === 'open'
      ? stretch.links.map(({ id }) => id).join(' ')
      : `${stretch.links.length} ${stretch.state}`,
  )

test('what passed before and what was not reached is folded around the break', () => {
  const links = [
    link('dns', 'credentials', 'passed'),
    link('tls', 'credentials', 'passed'),
    link('app', 'register', 'passed'),
    link('call', 'trust', 'failed'),
    link('user', 'trust', 'blocked'),
    link('rows', 'trust', 'blocked'),
    link('page', 'trust', 'blocked'),
  ]
  expect(told(links, 'trust')).toEqual(['3 passed', 'call', '3 blocked'])
})

test('the checks of the page’s own step stay open, also where they passed', () => {
  const links = [
    link('dns', 'credentials', 'passed'),
    link('tls', 'credentials', 'passed'),
    link('tenant', 'credentials', 'skipped'),
    link('mint', 'secret', 'passed'),
  ]
  expect(told(links, 'secret')).toEqual(['3 passed', 'mint'])
  expect(told(links, 'credentials')).toEqual(['dns tls tenant', 'mint'])
})

test('where no step is looked at only what was not reached is folded', () => {
  const links = [
    link('dns', 'credentials', 'passed'),
    link('tls', 'credentials', 'passed'),
    link('app', 'register', 'passed'),
    link('call', 'trust', 'failed'),
    link('user', 'trust', 'blocked'),
    link('rows', 'trust', 'blocked'),
    link('page', 'trust', 'blocked'),
  ]
  expect(told(links, null)).toEqual(['dns tls app call', '3 blocked'])
})

test('what a cancelled run did not come to is folded too', () => {
  const stopped = ['user', 'rows', 'page'].map(
    (id): Link => ({ id, step: 'trust', title: id, state: 'cancelled' }),
  )
  expect(told([link('call', 'trust', 'passed'), ...stopped], 'trust')).toEqual([
    'call',
    '3 cancelled',
  ])
})

test('a warning is never folded, and splits a row in two', () => {
  const links = [
    link('dns', 'credentials', 'passed'),
    link('tls', 'credentials', 'warned'),
    link('tenant', 'credentials', 'passed'),
    link('app', 'register', 'passed'),
    link('mint', 'secret', 'passed'),
  ]
  expect(told(links, 'trust')).toEqual(['dns', 'tls', '3 passed'])
})

test('no link is lost or moved', () => {
  const states: CheckVerdict[] = ['passed', 'skipped', 'warned', 'failed', 'blocked']
  const links = states.flatMap((state, at) =>
    ['a', 'b', 'c', 'd'].map((name) => link(`${name}${at}`, 'register', state)),
  )
  expect(foldLinks(links, 'trust').flatMap((stretch) => [...stretch.links])).toEqual(links)
})
