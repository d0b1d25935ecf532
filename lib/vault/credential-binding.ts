/** What a credential's envelope is bound to: its own row of its own connection. */
export function credentialBinding(connectionId: string, credentialId: string): string {
  return `credentials:${connectionId}:${credentialId}`
}
