import { expect, test } from 'vitest'
import { EnvError, parseEnv } from './env'

test('an empty environment gives the defaults', () => {
  expect(parseEnv({})).toMatchObject({
    PORT: 3000,
    FIVESTEP_DATA_DIR: '.data',
    FIVESTEP_SANDBOX: 'on',
    FIVESTEP_EGRESS_ALLOW: [],
  })
})

test('a variable that is set to nothing counts as not set', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '', FIVESTEP_MASTER_KEY: '' })).toMatchObject({
    PORT: 3000,
    DATABASE_URL: undefined,
    FIVESTEP_MASTER_KEY: undefined,
  })
})

test('the egress list is split, trimmed and lower-cased', () => {
  const { FIVESTEP_EGRESS_ALLOW } = parseEnv({
    FIVESTEP_EGRESS_ALLOW: ' AOS.contoso.local , 10.1.2.3:8443,, *.corp.example ,[::1]:443',
  })
  expect(FIVESTEP_EGRESS_ALLOW).toEqual([
    'aos.contoso.local',
    '10.1.2.3:8443',
    '*.corp.example',
    '[::1]:443',
  ])
})

test('the lower-case spellings of the proxy variables count', () => {
  const parsed = parseEnv({ https_proxy: 'http://proxy.corp:3128', no_proxy: 'localhost' })
  expect(parsed).toMatchObject({ HTTPS_PROXY: 'http://proxy.corp:3128', NO_PROXY: 'localhost' })
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['FIVESTEP_MASTER_KEY', 'hunter2-hunter2'],
  ['DATABASE_URL', 'mysql://root@localhost/x'],
  ['FIVESTEP_SANDBOX', 'maybe'],
  ['FIVESTEP_EGRESS_ALLOW', 'https://evil.example/path'],
  ['FIVESTEP_BASE_URL', 'fivestep.contoso.com'],
  ['FIVESTEP_LOG_LEVEL', 'loud'],
  ['HTTPS_PROXY', 'socks5://proxy:1080'],
])('%s=%s is refused by name, and the value is not repeated', (name, value) => {
  expect(() => parseEnv({ [name]: value })).toThrow(EnvError)
  expect(() => parseEnv({ [name]: value })).toThrow(
    expect.objectContaining({ message: expect.stringContaining(name) }),
  )
  expect(() => parseEnv({ [name]: value })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(value) }),
  )
})

test('every variable that is wrong has its own line', () => {
  expect(() => parseEnv({ PORT: 'x', FIVESTEP_SANDBOX: 'x' })).toThrow(
    /PORT: .*\nFIVESTEP_SANDBOX: /,
  )
})
