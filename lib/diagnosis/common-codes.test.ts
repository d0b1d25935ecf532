import { describe, expect, test } from 'vitest'
import { diagnose } from '@/lib/diagnosis/diagnose'
import { context, entra } from '@/lib/diagnosis/fixtures/make'
import type { Role, StepId } from '@/lib/steps/step'

/**
 * The codes that people meet, with the step that a person who knows Entra would send them to. Written
 * from Microsoft's list and from what people report, not from the rules: where both 1 and 4 are right
 * (an id that is mistyped or that does not exist), either is.
 */
const common: readonly (readonly [code: number, steps: readonly (StepId | null)[], who?: Role])[] =
  [
    [700016, ['register', 'credentials']],
    [7000112, ['register'], 'entra-admin'],
    [7000229, ['register', 'permissions'], 'entra-admin'],
    [7000014, ['register']],
    [700054, ['register']],
    [70001, ['register'], 'entra-admin'],
    [7000215, ['secret'], 'entra-admin'],
    [7000222, ['secret'], 'entra-admin'],
    [7000218, ['secret'], 'developer'],
    [7000216, ['secret'], 'developer'],
    // The list calls it a refused client and says that its secret does not match.
    [70002, ['secret'], 'entra-admin'],
    [700027, ['secret'], 'entra-admin'],
    [700024, ['secret'], 'network-admin'],
    [50027, ['secret']],
    [5002723, ['secret']],
    [50012, ['secret']],
    [50013, ['secret']],
    [135010, ['secret']],
    [700211, ['secret'], 'entra-admin'],
    [700212, ['secret'], 'entra-admin'],
    [700213, ['secret'], 'entra-admin'],
    [65001, ['permissions'], 'entra-admin'],
    [65004, ['permissions'], 'entra-admin'],
    [501051, ['permissions'], 'entra-admin'],
    [50105, ['permissions'], 'entra-admin'],
    [90094, ['permissions'], 'entra-admin'],
    [90002, ['credentials']],
    [900023, ['credentials']],
    [500011, ['credentials', 'permissions']],
    [50001, ['credentials', 'permissions']],
    [70011, ['credentials']],
    [1002012, ['credentials']],
    [901002, ['credentials']],
    [900144, ['credentials']],
    [90014, ['credentials']],
    [9002313, ['credentials']],
    [70003, ['credentials']],
    [53003, [null], 'policy-owner'],
    [530031, [null], 'policy-owner'],
    [530035, [null], 'policy-owner'],
    [50034, [null]],
    [500341, [null]],
    [50076, [null]],
    [50126, [null]],
    [90033, [null], 'nobody'],
    [90024, [null]],
    [50196, [null]],
  ]

describe('a code that people meet is sent to its own step', () => {
  test.each(common.map((row) => [row[0], row] as const))('AADSTS%i', (code, [, steps, who]) => {
    const diagnosis = diagnose(entra(code, 'invalid_client', 'x'), context)
    expect(steps).toContain(diagnosis.step)
    if (who) expect(diagnosis.who).toBe(who)
    // A rule of its own, not one made up from a list.
    expect(diagnosis.rule).not.toMatch(/^entra\.code-/)
  })
})
