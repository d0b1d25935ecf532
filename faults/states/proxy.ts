import { type FaultState, failed, warned } from '@/faults/state'
import { rewriting } from '@/faults/world/answers'
import { relayTo } from '@/faults/world/relay'
import { serveHttps, serveTls } from '@/faults/world/serve'
import { makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'
import { dynamicsErp } from '@/lib/sandbox/entra/resources'
import { environmentHost } from '@/lib/sandbox/hosts'

/** A label longer than DNS allows, so that the resolver says no wherever this runs. */
const noSuchName = `${'no-such-environment-'.repeat(4)}x.invalid`

const hostOf = (id: string) => `faults-${id}.operations.dynamics.com`

/** Names that lead nowhere, and the proxy that HTTPS_PROXY names. */
export const proxyStates: readonly FaultState[] = [
  {
    id: 'network-name-unknown',
    broken: 'The environment’s name does not resolve',
    breakIt: () => ({ environmentUrl: `https://${noSuchName}` }),
    truth: failed('dns', 'credentials', 'network.environment-name-unknown'),
  },
  {
    id: 'authority-name-unknown',
    broken: 'The name of the custom authority does not resolve',
    breakIt: () => ({ cloud: 'custom', authorityUrl: `https://${noSuchName}` }),
    truth: failed('tenant', 'credentials', 'network.authority-name-unknown'),
  },
  {
    id: 'proxy-refuses',
    broken: 'The proxy does not let the host through',
    breakIt: ({ world }) => {
      world.proxy.set(hostOf('refused'), { status: 403 })
      return { environmentUrl: `https://${hostOf('refused')}` }
    },
    truth: failed('tcp', null, 'network.proxy'),
  },
  {
    id: 'proxy-sign-in',
    broken: 'The proxy wants a name and a password',
    breakIt: ({ world }) => {
      world.proxy.set(hostOf('sign-in'), { status: 407 })
      return { environmentUrl: `https://${hostOf('sign-in')}` }
    },
    truth: failed('tcp', null, 'network.proxy-sign-in'),
  },
  {
    id: 'proxy-hangs-up',
    broken: 'The proxy hangs up',
    breakIt: ({ world }) => {
      world.proxy.set(hostOf('hangs-up'), { hangsUp: true })
      return { environmentUrl: `https://${hostOf('hangs-up')}` }
    },
    truth: failed('tcp', null, 'network.proxy'),
  },
  {
    id: 'proxy-refuses-authority',
    broken: 'The proxy does not let the sign-in service of Microsoft through',
    breakIt: ({ world }) => {
      world.proxy.set('login.microsoftonline.com', { status: 403 })
      return { cloud: 'public' }
    },
    truth: failed('tenant', null, 'network.proxy'),
  },
  {
    id: 'proxy-inspects',
    broken: 'The proxy opens the encrypted connection to the environment',
    breakIt: async ({ world, slot }) => {
      const host = hostOf('inspected')
      const inspector = await makeAuthority('Netskope Proxy CA')
      const tunnelTo = slot()
      serveTls(tunnelTo, await makeLeaf(inspector, { names: [host] }))
      world.proxy.set(host, { tunnelTo })
      return { environmentUrl: `https://${host}` }
    },
    truth: failed('tls', null, 'network.certificate-intercepted'),
  },
  {
    id: 'proxy-inspects-trusted',
    broken: 'The proxy opens the encrypted connection, and this server trusts its authority',
    breakIt: async ({ world, slot, intercept }) => {
      const host = hostOf('inspected-trusted')
      const tunnelTo = slot()
      const { port } = world.front
      const relay = relayTo(environmentHost('contoso-uat'), { port, caPem: world.practice.caPem })
      serveHttps(tunnelTo, await makeLeaf(world.authority, { names: [host] }), relay)
      world.proxy.set(host, { tunnelTo })
      // The practice Entra knows no such address; Dynamics ERP is an audience for all of them.
      intercept(rewriting((form) => form.set('scope', `${dynamicsErp.appId}/.default`)))
      return { environmentUrl: `https://${host}` }
    },
    truth: warned('tls', null, 'proof.tls-inspected'),
  },
]
