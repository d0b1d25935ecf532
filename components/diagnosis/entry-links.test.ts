import { expect, test } from 'vitest'
import { entryLinks } from '@/components/diagnosis/entry-links'
import { knowledge } from '@/lib/diagnosis/knowledge'
import { linkIds } from '@/lib/steps/deep-links'

test('pages of an app whose id is unknown become the list of apps, once', () => {
  expect(entryLinks({ links: ['app-secrets', 'app-permissions', 'app-registrations'] })).toEqual([
    { label: 'App registrations', href: expect.stringContaining('RegisteredApps') },
  ])
})

test('pages that need an environment are left out', () => {
  expect(entryLinks({ links: ['finops-clients', 'finops-users'] })).toEqual([])
})

test('no link leaves https, whatever an entry asks for', () => {
  const hrefs = [{ links: linkIds }, ...knowledge].flatMap(entryLinks).map(({ href }) => href)
  expect(hrefs.length).toBeGreaterThan(knowledge.length / 2)
  for (const href of hrefs) expect(href).toMatch(/^https:\/\//)
})
