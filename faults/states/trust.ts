import { randomUUID } from 'node:crypto'
import { type FaultState, failed, warned } from '@/faults/state'
import type { Bench } from '@/faults/world/bench'
import type { State } from '@/lib/sandbox/state/state'

const hourMs = 3_600_000
type Uat = State['environments']['contoso-uat']
type User = Uat['users'][number]
type Registration = Uat['registrations'][number]

const notRegistered = failed('trust', 'trust', 'finops.app-not-registered')

/** Step 5: what an administrator of F&O has left undone, or undone again. */
export const trustStates: readonly FaultState[] = [
  {
    id: 'trust-not-registered',
    broken: 'The app is not registered in F&O',
    breakIt: (bench) => unregister(bench),
    truth: notRegistered,
  },
  {
    id: 'trust-registration-deleted',
    broken: 'The app was registered in F&O and worked, then its row was deleted',
    breakIt: (bench) => ({
      afterwards: async (connectionId) => {
        const proof = await bench.prove(connectionId)
        if (proof.verdict !== 'passed') throw new Error(`it did not work before: ${proof.sentence}`)
        await unregister(bench)
        return () => undefined
      },
    }),
    truth: notRegistered,
  },
  {
    id: 'trust-other-environment',
    broken: 'The app is registered in another environment only',
    breakIt: async ({ change, app }) => {
      await change(({ environments }) => {
        const { 'contoso-uat': uat, 'contoso-prod': prod } = environments
        prod.registrations.push(...uat.registrations.filter(isOf(app.app.clientId)))
        uat.registrations = uat.registrations.filter((row) => !isOf(app.app.clientId)(row))
      })
      return {}
    },
    truth: notRegistered,
  },
  {
    id: 'trust-other-client-id',
    broken: 'The row in F&O holds a client id with a mistake in it',
    breakIt: (bench) =>
      editRow(bench, (row) => {
        row.clientId = randomUUID()
      }),
    truth: notRegistered,
  },
  {
    id: 'trust-registration-new',
    broken: 'The app was registered in F&O just now, which has not taken it up yet',
    breakIt: (bench) =>
      editRow(bench, (row) => {
        row.createdAtMs = Date.now() + hourMs
      }),
    truth: notRegistered,
  },
  {
    id: 'trust-user-disabled',
    broken: 'The user behind the app is disabled',
    breakIt: (bench) => actAs(bench, { userId: 'LEFT', enabled: false }),
    truth: notRegistered,
  },
  {
    id: 'trust-user-missing',
    broken: 'There is no such user as the one behind the app',
    breakIt: (bench) =>
      editRow(bench, (row) => {
        row.userId = 'NOBODY'
      }),
    truth: notRegistered,
  },
  {
    id: 'trust-user-without-roles',
    broken: 'The user behind the app has no role',
    breakIt: (bench) => actAs(bench, { userId: 'BARE', roles: [] }),
    truth: failed('entity-read', 'trust', 'finops.read-forbidden'),
  },
  {
    id: 'trust-user-few-rights',
    broken: 'The user behind the app may read no entity that an integration is for',
    breakIt: (bench) => actAs(bench, { userId: 'CLERK', roles: ['System user'] }),
    truth: failed('entity-read', 'trust', 'finops.read-forbidden'),
  },
  {
    id: 'trust-user-admin',
    broken: 'The app acts as Admin',
    breakIt: (bench) =>
      editRow(bench, (row) => {
        row.userId = 'Admin'
      }),
    truth: warned('mapped-user', 'trust', 'proof.user-admin'),
  },
  {
    id: 'trust-user-all-powerful',
    broken: 'The app acts as a service account that may do everything',
    breakIt: (bench) => actAs(bench, { userId: 'MIGHTY' }),
    truth: warned('user-roles', 'trust', 'proof.user-admin'),
  },
  {
    id: 'trust-user-person',
    broken: 'The app acts as a person, by that person’s own account',
    breakIt: (bench) =>
      actAs(bench, { userId: 'ABERG', name: 'Anna Berg', email: 'anna.berg@contoso.com' }),
    truth: warned('mapped-user', 'trust', 'proof.user-is-person', 'proof.user-maybe-person'),
  },
  {
    id: 'trust-user-shared',
    broken: 'Two apps act as one user',
    breakIt: async (bench) => {
      await actAs(bench, { userId: 'SHARED' })
      const { clientId } = (await bench.anotherApp('Second')).app
      await bench.change(({ environments }) => {
        for (const row of environments['contoso-uat'].registrations) {
          if (row.clientId === clientId) row.userId = 'SHARED'
        }
      })
      return {}
    },
    truth: warned('mapped-user', 'trust', 'proof.user-shared'),
  },
  {
    id: 'trust-company-none',
    broken: 'The user behind the app has no default company',
    breakIt: (bench) => actAs(bench, { userId: 'HOMELESS', company: '' }),
    truth: warned('company', 'trust', 'proof.company-missing'),
  },
  {
    id: 'trust-company-gone',
    broken: 'The default company of the user behind the app does not exist',
    breakIt: (bench) => actAs(bench, { userId: 'MOVED', company: 'zzzz' }),
    truth: warned('company', 'trust', 'proof.company-missing'),
  },
]

const isOf = (clientId: string) => (row: Registration) => row.clientId === clientId

async function unregister({ change, app }: Bench): Promise<object> {
  await change(({ environments: { 'contoso-uat': uat } }) => {
    uat.registrations = uat.registrations.filter((row) => !isOf(app.app.clientId)(row))
  })
  return {}
}

async function editRow({ change, app }: Bench, edit: (row: Registration) => void): Promise<object> {
  await change(({ environments }) => {
    environments['contoso-uat'].registrations.filter(isOf(app.app.clientId)).forEach(edit)
  })
  return {}
}

/** Maps the app to a user of its own, who may do everything unless told otherwise. */
async function actAs(bench: Bench, facts: Partial<User> & Pick<User, 'userId'>): Promise<object> {
  const email = `${facts.userId.toLowerCase()}@contoso-practice.onmicrosoft.com`
  const name = 'Integration service account'
  const user = { name, email, enabled: true, company: 'usmf', ...facts }
  await bench.change(({ environments }) => {
    environments['contoso-uat'].users.push({ roles: ['System administrator'], ...user })
  })
  return await editRow(bench, (row) => {
    row.userId = facts.userId
  })
}
