import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FolderLock, lockFolder } from './lock-folder'
import { startedAt, stillRuns } from './process-started-at'

let dir: string
let held: FolderLock | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'fivestep-lock-'))
})

afterEach(async () => {
  await held?.release()
  held = undefined
  rmSync(dir, { recursive: true, force: true })
})

const onLost = vi.fn()
const take = async (silentForMs = 50) => {
  held = await lockFolder(dir, { onLost, silentForMs })
}

/** What a process leaves behind that has no chance to clean up. */
async function leaveLock(change: Record<string, unknown> = {}): Promise<void> {
  await take()
  const record = JSON.parse(readFileSync(join(dir, '.lock-owner'), 'utf8'))
  await held?.release()
  held = undefined
  mkdirSync(join(dir, '.lock'))
  writeFileSync(join(dir, '.lock-owner'), JSON.stringify({ ...record, ...change }))
}

test('a released folder is free, and holds nothing of the lock', async () => {
  await take()
  await held?.release()
  held = undefined
  expect(readdirSync(dir)).toEqual([])
  await take()
})

test('a folder that this very process holds is refused by its own number', async () => {
  await take()
  await expect(lockFolder(dir, { onLost })).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(`${dir} is in use by process ${process.pid} on ${hostname()}`),
  })
})

test('a lock whose folder somebody deleted is still held by its living owner', async () => {
  await take()
  rmSync(join(dir, '.lock'), { recursive: true })
  await expect(lockFolder(dir, { onLost })).rejects.toMatchObject({ code: 'locked' })
})

test('an owner that has ended is not in the way, however fresh its lock is', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  await once(child, 'spawn')
  const { pid = 0 } = child
  await leaveLock({ pid, startedAt: startedAt(pid) })
  await expect(lockFolder(dir, { onLost })).rejects.toMatchObject({
    message: expect.stringContaining(`process ${pid} `),
  })
  child.kill('SIGKILL')
  await once(child, 'exit')
  await take()
})

test('another process that was given the number of a dead owner is not taken for it', async () => {
  await leaveLock({ pid: process.ppid, startedAt: 'of an earlier one' })
  await take()
})

test('an owner in another container counts while its lock is refreshed, and not after', async () => {
  await leaveLock({ place: 'another container', host: 'replica-2', pid: 1 })
  const refreshing = setInterval(() => utimesSync(join(dir, '.lock'), new Date(), new Date()), 20)
  try {
    await expect(lockFolder(dir, { onLost, silentForMs: 200 })).rejects.toMatchObject({
      message: expect.stringContaining('process 1 on replica-2'),
    })
  } finally {
    clearInterval(refreshing)
  }
  await take()
})

test('of many that come at once one gets the folder', async () => {
  await leaveLock({ startedAt: 'of an earlier one' })
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => lockFolder(dir, { onLost })),
  )
  const won = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  expect(won).toHaveLength(1)
  held = won[0]?.value
})

test('an owner whose folder was taken all the same is told', async () => {
  await take()
  writeFileSync(
    join(dir, '.lock-owner'),
    JSON.stringify({ pid: 1, startedAt: 'x', host: 'other', place: 'other' }),
  )
  rmSync(join(dir, '.lock'), { recursive: true })
  await vi.waitFor(() => expect(onLost).toHaveBeenCalled(), { timeout: 20_000, interval: 100 })
})

test('a process counts as running until it ends, also as a zombie of its parent', async () => {
  const since = startedAt(process.pid)
  expect(stillRuns(process.pid, since ?? '')).toBe(true)
  // The shell does not wait for its child, which therefore stays a zombie when it ends.
  const shell = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'])
  const [line] = await once(shell.stdout, 'data')
  const zombie = Number(String(line))
  for (let tries = 0; tries < 100 && stillRuns(zombie, startedAt(zombie) ?? ''); tries += 1) {
    await sleep(20)
  }
  expect(stillRuns(zombie, startedAt(zombie) ?? '')).toBe(false)
  shell.kill('SIGKILL')
})
