import type { Confidence } from '@/lib/diagnosis/diagnosis'
import type { FailureSource } from '@/lib/diagnosis/failure'
import type { PasteForm } from '@/lib/diagnosis/paste-form'
import type { Role } from '@/lib/steps/step'

/** Who can mend it, as people call them. */
export const roleWords: Readonly<Record<Role, string>> = {
  'entra-admin': 'An administrator of Microsoft Entra ID',
  'finops-admin': 'A system administrator of Finance & Operations',
  developer: 'Whoever builds the integration',
  'network-admin': 'Whoever runs the network of this server',
  'policy-owner': 'Whoever owns the access policies of the tenant',
  nobody: 'Nobody: it should pass by itself',
}

/** How sure the diagnosis is, said so that a guess never reads as a finding. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  certain: 'This is certain: the answer says so.',
  likely: 'This is the likely cause; the answer fits others too.',
  possible: 'This is a guess: the answer says too little to be sure.',
}

/** How far an entry of the knowledge can be trusted, before any failure is at hand. */
export const entryConfidenceWords: Readonly<Record<Confidence, string>> = {
  certain: 'Certain: an answer that fits leaves no doubt.',
  likely: 'Likely: the same answer can have other causes too.',
  possible: 'A guess: such an answer says too little to be sure.',
}

/** What a text was pasted from. */
export const pasteFormWords: Readonly<Record<PasteForm, string>> = {
  empty: 'Nothing yet',
  curl: 'A curl transcript',
  'power-automate': 'A run of Power Automate or Logic Apps',
  'data-factory': 'A message of Data Factory',
  postman: 'A Postman console',
  ssis: 'A message of SSIS',
  dotnet: 'A .NET exception',
  java: 'A Java exception',
  python: 'A Python traceback',
  html: 'An HTML page',
  json: 'JSON',
  aadsts: 'A message of Microsoft Entra ID',
  text: 'Plain text',
}

/** Whose answer it is. */
export const sourceWords: Readonly<Record<FailureSource, string>> = {
  authority: 'Microsoft Entra ID',
  environment: 'Finance & Operations',
  graph: 'Microsoft Graph',
  fivestep: 'Fivestep itself',
}
