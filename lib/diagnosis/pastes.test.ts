import { describe, expect, test } from 'vitest'
import { decodePaste, diagnosePaste } from '@/lib/diagnosis/decode-paste'
import { pasteFixtures, plantedSecret, plantedToken } from '@/lib/diagnosis/fixtures/pastes'

const now = new Date('2026-11-25T08:00:00.000Z')
const planted = [plantedSecret, encodeURIComponent(plantedSecret), plantedToken]

function shownOf(text: string): string {
  const decoded = decodePaste(text, now)
  const { context, ...others } = decoded
  return JSON.stringify([others, context.claims && 'claims', diagnosePaste(decoded)])
}

describe('what people paste is told as someone who knows would tell it', () => {
  test.each(pasteFixtures.map((fixture) => [fixture.what, fixture] as const))(
    '%s',
    (_what, { form, rule, step, sure, text }) => {
      const decoded = decodePaste(text, now)
      const diagnosis = diagnosePaste(decoded)
      expect({ form: decoded.form, rule: diagnosis.rule, step: diagnosis.step }).toEqual({
        form,
        rule,
        step,
      })
      expect(decoded.sure).toBe(sure)
      if (!sure) expect(diagnosis.confidence).toBe('possible')
      expect(planted.some((secret) => text.includes(secret))).toBe(true)
      for (const secret of planted) expect(shownOf(text)).not.toContain(secret.slice(4, 30))
    },
  )
})

describe('a secret beside it is blanked in each form', () => {
  const wraps: readonly (readonly [string, (secret: string) => string])[] = [
    ['JSON', (secret) => `{"client_secret": "${secret}"}`],
    ['JSON in JSON', (secret) => JSON.stringify(JSON.stringify({ client_secret: secret }))],
    ['a form', (secret) => `grant_type=x&client_secret=${encodeURIComponent(secret)}&x=1`],
    ['a header', (secret) => `Authorization: Bearer ${secret}`],
    ['a connection string', (secret) => `Server=x;Password=${secret};`],
    ['XML', (secret) => `<add key="ClientSecret" value="x"/><token="${secret}">`],
    ['a line of a shell', (secret) => `export CLIENT_SECRET='${secret}'`],
  ]

  test.each(wraps)('as %s', (_how, wrap) => {
    const secrets = [plantedSecret, plantedToken].map(wrap)
    const mixed = pasteFixtures.flatMap(({ text }) =>
      secrets.flatMap((secret) => [`${secret}\n${text}`, `${text}\n${secret}`]),
    )
    for (const text of mixed) {
      const shown = shownOf(text)
      for (const secret of planted) expect(shown, text).not.toContain(secret.slice(4, 30))
    }
  })
})
