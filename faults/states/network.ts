import { type FaultState, failed, type Truth } from '@/faults/state'
import type { Bench } from '@/faults/world/bench'
import { serveTcp, serveTls } from '@/faults/world/serve'
import { makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'

/** The same trouble on the way to the environment and on the way to a custom authority. */
type Way = Readonly<{
  id: string
  broken: string
  rules: Truth['rules']
  /** Where it shows on the way to the environment; the way to the authority is one link. */
  check: 'dns' | 'tcp' | 'tls'
  waits?: boolean
  /** Origin of what is broken. */
  open: (bench: Bench) => Promise<string> | string
}>

const hour = 3_600_000
const here = ['127.0.0.1']

const ways: readonly Way[] = [
  {
    id: 'refused',
    broken: 'Nobody listens on the port',
    check: 'tcp',
    rules: ['network.refused'],
    open: async ({ slot }) => {
      const { origin, shut } = slot()
      await shut()
      return origin
    },
  },
  {
    id: 'deaf',
    waits: true,
    broken: 'Nobody takes the connection: the queue is full, and packets are dropped',
    check: 'tcp',
    rules: ['network.connect-timed-out', 'network.answer-timed-out'],
    open: ({ world }) => world.deaf.origin,
  },
  {
    id: 'reset',
    broken: 'The connection is cut at the first word',
    check: 'tls',
    rules: ['network.reset'],
    open: ({ slot }) =>
      serveTcp(slot(), (socket) => {
        socket.once('data', () => socket.resetAndDestroy())
      }),
  },
  {
    id: 'silent',
    waits: true,
    broken: 'The connection is taken, and nobody speaks',
    check: 'tls',
    rules: ['network.answer-timed-out', 'network.connect-timed-out'],
    open: ({ slot }) => serveTcp(slot(), () => undefined),
  },
  {
    id: 'plain-http',
    broken: 'The port speaks HTTP without TLS',
    check: 'tls',
    rules: ['network.tls-failed'],
    open: ({ slot }) =>
      serveTcp(slot(), (socket) => {
        socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
      }),
  },
  {
    id: 'old-tls',
    broken: 'The host knows only TLS 1.1',
    check: 'tls',
    rules: ['network.tls-failed'],
    open: ({ slot, world }) =>
      serveTls(slot(), {
        ...world.leaf,
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
  },
  {
    id: 'certificate-name',
    broken: 'The certificate is made out to another host',
    check: 'tls',
    rules: ['network.certificate-name'],
    open: async ({ slot, world }) =>
      serveTls(slot(), await makeLeaf(world.authority, { names: ['elsewhere.example'] })),
  },
  {
    id: 'certificate-expired',
    broken: 'The certificate has expired',
    check: 'tls',
    rules: ['network.certificate-expired'],
    open: async ({ slot, world }) => {
      const notAfter = new Date(Date.now() - hour)
      return serveTls(slot(), await makeLeaf(world.authority, { names: here, notAfter }))
    },
  },
  {
    id: 'certificate-self-signed',
    broken: 'The certificate is self-signed',
    check: 'tls',
    rules: ['network.certificate-self-signed'],
    open: async ({ slot }) => serveTls(slot(), await makeLeaf(undefined, { names: here })),
  },
  {
    id: 'certificate-untrusted',
    broken: 'The certificate comes from an authority that nobody here knows',
    check: 'tls',
    rules: ['network.certificate-untrusted'],
    open: async ({ slot }) => {
      const stranger = await makeAuthority('Corp Issuing CA 2')
      return serveTls(slot(), await makeLeaf(stranger, { names: here }))
    },
  },
  {
    id: 'certificate-intercepted',
    broken: 'A proxy that inspects traffic shows a certificate of its own',
    check: 'tls',
    rules: ['network.certificate-intercepted'],
    open: async ({ slot }) => {
      const inspector = await makeAuthority('Zscaler Intermediate Root CA')
      return serveTls(slot(), await makeLeaf(inspector, { names: here }))
    },
  },
  {
    id: 'egress',
    broken: 'The host is none that this server may call',
    check: 'dns',
    rules: ['network.egress-refused'],
    open: () => 'https://aos.corp.example',
  },
  {
    id: 'address-inside',
    broken: 'The address is one of the inside of the network',
    check: 'dns',
    rules: ['network.egress-refused'],
    open: () => 'https://169.254.169.254',
  },
]

export const networkStates: readonly FaultState[] = [
  ...ways.map(
    ({ id, broken, check, rules, open, waits = false }): FaultState => ({
      id: `network-${id}`,
      waits,
      broken: `${broken}: environment`,
      breakIt: async (bench) => ({ environmentUrl: await open(bench) }),
      truth: failed(check, null, ...rules),
    }),
  ),
  ...ways.map(
    ({ id, broken, rules, open, waits = false }): FaultState => ({
      id: `authority-${id}`,
      waits,
      broken: `${broken}: sign-in service`,
      breakIt: async (bench) => ({ cloud: 'custom', authorityUrl: await open(bench) }),
      truth: failed('tenant', null, ...rules),
    }),
  ),
]
