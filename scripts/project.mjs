import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** Prints one line for the person who started the script. */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/**
 * Runs a command with its output shown, and answers with its exit code.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function run(command, args, env = process.env) {
  const windows = process.platform === 'win32'
  const done = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: windows })
  if (done.error) {
    say(`${command} could not be run: ${done.error.message}`)
    return 1
  }
  return done.status ?? 1
}

/** Runs a command as {@link run} does, and ends this process when it fails. */
export function mustRun(command, args, env) {
  const code = run(command, args, env)
  if (code !== 0) {
    say(`${[command, ...args].join(' ')} failed with ${code}.`)
    process.exit(code)
  }
}

/**
 * Runs commands at the same time, shows what each wrote once it has ended, and ends this process
 * when one of them failed.
 *
 * @param {readonly (readonly [command: string, args: readonly string[]])[]} commands
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function mustRunTogether(commands, env = process.env) {
  const codes = await Promise.all(commands.map(([command, args]) => runApart(command, args, env)))
  const failed = commands.filter((_, index) => codes[index] !== 0)
  for (const [command, args] of failed) say(`${[command, ...args].join(' ')} failed.`)
  if (failed.length > 0) process.exit(1)
}

/** @returns {Promise<number>} the exit code, once the output has been shown in one piece */
function runApart(command, args, env) {
  const child = spawn(command, args, { cwd: root, env, shell: process.platform === 'win32' })
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`${command} could not be run: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(output))
      resolve(code ?? 1)
    })
  })
}
