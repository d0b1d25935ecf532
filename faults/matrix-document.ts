import type { FaultState } from '@/faults/state'
import { type StepId, stepNumber } from '@/lib/steps/step'

/** The document of all states, in Markdown. */
export function toMatrixDocument(states: readonly FaultState[]): string {
  const rows = states.map(({ id, broken, truth }) => {
    const cells = [id, broken, stepText(truth.step), truth.check, truth.verdict, truth.rules[0]]
    return `| ${cells.join(' | ')} |`
  })
  return `# The fault matrix

${states.length} ways in which an integration with Finance & Operations breaks, and what the proof chain has to
name in each: the step (none, where it is the network, a policy or a service), the check where it shows,
whether it breaks the chain or is only warned of, and the rule that explains it.

\`npm run faults\` makes each of them for real: sockets on loopback that refuse, hang, cut off or show a wrong
certificate, a proxy, a practice tenant whose apps, secrets, users and rows are put into that state, and
Fivestep's own database, vault and clock. It then runs the whole chain and compares. The same list is a test of
\`npm test\`. What stands here is written from what is broken, not from what the chain answers.

This file is made by \`npm run faults -- --document\`; a test fails when it is out of date.

| state | what is broken | step | check | verdict | rule |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

function stepText(step: StepId | null): string {
  return step === null ? 'none' : `${stepNumber(step)} ${step}`
}
