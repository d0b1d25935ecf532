import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'

/** Why a set-up link leads nowhere: someone is admin already, or it is not the newest one. */
export function SetUpLinkProblem({ state }: Readonly<{ state: 'used' | 'invalid' }>) {
  if (state === 'used') {
    return (
      <div className="flex flex-col items-start gap-5">
        <Callout tone="info" title="This Fivestep is set up already" className="w-full">
          The link worked once, for the first admin. It does nothing any more.
        </Callout>
        <ButtonLink href={paths.signIn()} variant="primary">
          Go to sign-in
        </ButtonLink>
      </div>
    )
  }
  return (
    <Callout tone="warning" live={true} title="This set-up link is not valid">
      <p>
        A link works once, and each start of the server makes a new one. Look for the newest address
        with <Code>/set-up?token=</Code> in the server’s output, and open it whole.
      </p>
    </Callout>
  )
}
