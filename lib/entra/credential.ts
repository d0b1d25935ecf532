/** A certificate with its private key, both PEM; behind the first certificate its issuers may stand. */
export type CertificateWithKey = Readonly<{ certificate: string; privateKey: string }>

/** What an app signs in with, opened: it lives for one call. */
export type OpenCredential =
  | Readonly<{ kind: 'secret'; secret: string }>
  | (Readonly<{ kind: 'certificate' }> & CertificateWithKey)
  | Readonly<{ kind: 'federated'; assertion: string }>

/** A credential that is opened at the last moment, so that its value lives as short as can be. */
export type ClosedCredential = Readonly<{ id: string }> &
  (
    | Readonly<{ kind: 'secret'; secret: () => Promise<string> }>
    | Readonly<{ kind: 'certificate'; certificate: () => Promise<CertificateWithKey> }>
    | Readonly<{ kind: 'federated'; assertion: () => Promise<string> }>
  )

/** @throws what reading its value throws */
export async function openCredential(closed: ClosedCredential): Promise<OpenCredential> {
  switch (closed.kind) {
    case 'secret':
      return { kind: 'secret', secret: await closed.secret() }
    case 'certificate':
      return { kind: 'certificate', ...(await closed.certificate()) }
    case 'federated':
      return { kind: 'federated', assertion: await closed.assertion() }
  }
}

/** What must never be repeated of it, in no message and no log line. */
export function secretsOf(credential: OpenCredential): string[] {
  switch (credential.kind) {
    case 'secret':
      return [credential.secret]
    case 'certificate':
      return [credential.privateKey]
    case 'federated':
      return [credential.assertion]
  }
}
