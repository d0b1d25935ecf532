import { Agent, buildConnector } from 'undici'

/**
 * An undici dispatcher that reaches the practice hosts on `127.0.0.1:port` and trusts `caPem`
 * alone, whatever the machine's resolver says.
 */
export function loopbackAgent(sandbox: Readonly<{ port: number; caPem: string }>): Agent {
  const connect = buildConnector({ ca: sandbox.caPem })
  return new Agent({
    connect: (target, callback) =>
      connect(
        {
          ...target,
          hostname: '127.0.0.1',
          host: `127.0.0.1:${sandbox.port}`,
          port: String(sandbox.port),
          servername: target.hostname,
        },
        callback,
      ),
  })
}
