import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** The proof that the app gave of itself was refused. */
export const entraSecretRules = rulesOf(
  { step: 'secret', who: 'entra-admin', links: ['app-secrets'], sources: [sources.aadsts] },
  [
    {
      id: 'entra.secret-wrong',
      match: { aadsts: [7000215] },
      title: 'The secret is not one of this app’s',
      cause:
        'Entra knows the app {clientId} and refuses the secret. Most often the Secret ID was copied instead of the Value; else it is cut off, belongs to another app, or was sent without encoding.',
      fix: [
        'On Certificates & secrets make a new client secret.',
        'Copy its Value, the long text, not the Secret ID, and save it here.',
        'In code of your own encode the secret for the form body: + & % = in it break the request otherwise.',
      ],
    },
    {
      id: 'entra.secret-too-new',
      match: { aadsts: [7000215], facts: ['secret-new'] },
      title: 'The secret is refused, and it is very new',
      cause:
        'A new secret takes some seconds, at times more than a minute, until every Entra server knows it. If it is still refused after that, the wrong text was copied.',
      fix: [
        'Wait a minute; nothing has to be changed.',
        'If it stays so, copy the Value once more. The Secret ID, the one with dashes, is not it.',
      ],
      confidence: 'likely',
      mayHealByWaiting: true,
      sources: [sources.aadsts, sources.secretDelay],
    },
    {
      id: 'entra.secret-expired',
      match: { aadsts: [7000222] },
      title: 'The secret has expired',
      cause: 'Every secret of the app {clientId} that would fit is past its end date.',
      fix: [
        'On Certificates & secrets make a new client secret.',
        'Save its Value and its end date here, so that you are reminded in time.',
        'Delete the expired one.',
      ],
      sources: [sources.aadsts, sources.clientCredentials],
    },
    {
      id: 'entra.secret-missing',
      match: { aadsts: [7000218] },
      title: 'The request carried no secret',
      cause:
        'The request named the app but proved nothing: client_secret was empty or left out, as happens when a variable is not set.',
      fix: [
        'Save the secret’s Value here.',
        'In code of your own check that the variable with the secret is filled in where it runs.',
      ],
      who: 'developer',
    },
    {
      id: 'entra.credential-missing',
      match: { aadsts: [7000216] },
      title: 'The app asked for a token without any proof of itself',
      cause:
        'With grant_type=client_credentials an app has to prove who it is, and the request held neither client_secret nor client_assertion. Most often the app is meant to have a secret and the program left it out.',
      fix: [
        'Send client_secret, or a signed client_assertion, in the body beside client_id.',
        'In Power Automate, Data Factory and the like fill in the secret again: it is lost when a connection is exported or copied.',
        'If the app has no secret yet, make one (step 2).',
      ],
      who: 'developer',
    },
    {
      id: 'entra.credential-refused',
      match: { aadsts: [70002] },
      title: 'Entra refuses the app’s credentials',
      cause: 'Client id and secret do not belong together, or the secret is no longer good.',
      fix: [
        'Check that client id and secret come from the same app.',
        'Make a new secret and save its Value here.',
      ],
      confidence: 'likely',
    },
  ],
)

/** Certificates: a signed assertion in place of a secret. */
export const entraCertificateRules = rulesOf(
  { step: 'secret', who: 'entra-admin', links: ['app-secrets'], sources: [sources.aadsts] },
  [
    {
      id: 'entra.certificate-unknown',
      match: { aadsts: [700027] },
      title: 'The certificate is not one of this app’s',
      cause:
        'Entra could not verify the signature: the public part is not uploaded to {clientId}, the wrong private key signed, or the thumbprint names another certificate.',
      fix: [
        'On Certificates & secrets, tab Certificates, compare the thumbprint with the one in use.',
        'Upload the public part (.cer or .pem, without the private key) if it is missing.',
        'A new upload takes up to a minute to work.',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'entra.certificate-subject',
      match: { aadsts: [700030] },
      title: 'The certificate’s name is not allowed for the app',
      cause:
        'The app accepts certificates by subject name, and this one’s name is not on its list.',
      fix: ['Use a certificate with an allowed name, or upload this very certificate to the app.'],
    },
    {
      id: 'entra.certificate-invalid',
      match: { aadsts: [50012, 50017, 220501, 50032] },
      title: 'Entra does not accept the certificate itself',
      cause:
        'The chain, the key’s strength, the revocation list or the signature of the certificate did not pass.',
      fix: [
        'Use a certificate with an RSA key of at least 2,048 bits that has not expired.',
        'If it comes from your own authority, check that its revocation list can be reached from the internet.',
      ],
    },
    {
      id: 'entra.assertion-out-of-time',
      match: { aadsts: [700024, 500133] },
      title: 'The signed assertion is outside its time',
      cause:
        'An assertion is good for some minutes. Either the clock of the machine that signs is off, or the assertion was kept too long.',
      fix: [
        'Switch on time synchronisation on the machine that signs.',
        'Sign a new assertion for each request for a token.',
      ],
      who: 'network-admin',
      links: [],
    },
    {
      id: 'entra.assertion-malformed',
      match: { aadsts: [50027, 5002723, 50013, 50006, 900384, 135010, 50098, 50099] },
      title: 'The signed assertion is not right',
      cause:
        'Entra could not read or verify the assertion: its form, its key id, its signature or one of its claims is wrong.',
      fix: [
        'Sign it as a JWT (RS256 or PS256) with iss and sub = {clientId} and aud = the token endpoint.',
        'Name the certificate’s thumbprint in the header (x5t#S256).',
        'Better, let MSAL sign it.',
      ],
      who: 'developer',
      confidence: 'likely',
    },
    {
      id: 'entra.assertion-other-app',
      match: { aadsts: [700021, 50048] },
      title: 'The assertion speaks for another app',
      cause: 'iss and sub inside the assertion are not the client_id of the request.',
      fix: ['Set iss and sub of the assertion to {clientId}.'],
      who: 'developer',
    },
  ],
)

/** Workload identity federation: a token of another issuer in place of a secret. */
export const entraFederationRules = rulesOf(
  {
    step: 'secret',
    who: 'entra-admin',
    links: ['app-secrets'],
    sources: [sources.aadsts, sources.federation],
  },
  [
    {
      id: 'entra.federation-issuer',
      match: { aadsts: [700211, 399284] },
      title: 'No federated credential names this issuer',
      cause:
        'The outside token was issued by {issuer}, and no federated credential of the app trusts it.',
      fix: [
        'On Certificates & secrets, tab Federated credentials, compare Issuer with the token’s iss, letter by letter.',
      ],
    },
    {
      id: 'entra.federation-audience',
      match: { aadsts: [700212] },
      title: 'The federated credential expects another audience',
      cause: 'The token’s aud is not the one that the federated credential names.',
      fix: ['Set both to api://AzureADTokenExchange, the usual value.'],
    },
    {
      id: 'entra.federation-subject',
      match: { aadsts: [700213, 70021] },
      title: 'The federated credential expects another subject',
      cause:
        'The token’s sub (which repository and branch, which service account) fits no federated credential of the app.',
      fix: [
        'Copy the token’s sub as it is into Subject identifier; capital letters count.',
        'A new federated credential takes some minutes to work.',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'entra.federation-token-kind',
      match: { aadsts: [700229, 240002] },
      title: 'This kind of token cannot stand in for a credential',
      cause:
        'Entra takes only an app-only token here, and one of a person (or an id token) was sent.',
      fix: [
        'Hand over the token of the workload itself, made with its managed identity or client credentials.',
      ],
      who: 'developer',
    },
  ],
)
