import { readdir, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { type Rig, startRig } from '@/lib/sandbox/practice-test-rig'
import { startSandbox } from '@/lib/sandbox/start'

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

describe('the practice tenant', () => {
  test.each([
    {
      host: 'login',
      path: `/${homeTenant.tenantId}/v2.0/.well-known/openid-configuration`,
      status: 200,
    },
    { host: 'graph', path: '/v1.0/applications', status: 401 },
    { host: 'portal', path: '/practice', status: 200 },
    { host: 'contoso-uat', path: '/data', status: 401 },
    { host: 'contoso-prod', path: '/data', status: 401 },
    { host: 'contoso-dev', path: '/data', status: 421 },
  ])('answers $host, $path with $status', async ({ host, path, status }) => {
    expect((await rig.call(`https://${host}.practice.localhost${path}`)).status).toBe(status)
  })

  test('names its tenant in the challenge of each environment', async () => {
    const { headers } = await rig.call('https://contoso-uat.practice.localhost/data')
    expect(headers['www-authenticate']).toContain(
      `authorization_uri="https://login.practice.localhost/${homeTenant.tenantId}/`,
    )
  })

  test('keeps its authority and its signing key over a restart', async () => {
    const caPem = rig.sandbox().caPem
    const keysUrl = 'https://login.practice.localhost/common/discovery/v2.0/keys'
    const before = (await rig.call(keysUrl)).text
    await rig.restart()
    expect(rig.sandbox().caPem).toBe(caPem)
    expect((await rig.call(keysUrl)).text).toBe(before)
  })

  test('refuses a port that is taken, and leaves the other one be', async () => {
    const port = rig.sandbox().port
    await expect(startSandbox({ dir: join(rig.dir, 'second'), port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    expect((await rig.call('https://portal.practice.localhost/practice')).status).toBe(200)
  })

  test('listens on loopback alone', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address?.family === 'IPv4' && !address.internal)
      .map((address) => address?.address ?? '')
    for (const host of others) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host, port: rig.sandbox().port })
        socket.on('connect', () => resolve('connected'))
        socket.on('error', () => resolve('refused'))
      })
      expect(outcome).toBe('refused')
    }
  })

  test('writes nothing into its folder that anyone may read', async () => {
    for (const name of await readdir(rig.dir)) {
      expect((await stat(join(rig.dir, name))).mode & 0o077).toBe(0)
    }
  })
})
