/** What sort of trouble a code is about; each has its own advice in `aadsts-kinds.ts`. */
export const listedKinds = [
  'person',
  'password',
  'factor',
  'device',
  'federation',
  'saml',
  'claims',
  'code',
  'onprem',
  'desktop',
  'signout',
  'request',
  'service',
  'policy',
  'app',
] as const

export type ListedKind = (typeof listedKinds)[number]

/**
 * Codes of Microsoft's public list that no rule of its own explains, since an app that signs in by
 * itself hardly ever meets them: number, kind, and what happened in our words.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const table = `
17003 device a key for the user could not be set up
20001 federation the outside identity provider answered a WS-Federation sign-in with an error
20012 federation the WS-Federation message of the outside identity provider is not valid
20033 federation the metadata of the outside identity provider names a wrong tenant
40008 federation the outside identity provider failed for good
40009 federation the outside identity provider refused the user’s refresh token
40010 federation the outside identity provider failed for the moment
40015 federation the outside identity provider refused the user’s sign-in code
50007 app the certificate to encrypt a partner’s token is missing
50008 saml the SAML assertion is missing or set up wrong
50015 person the account needs a consent because of the person’s age
50042 claims the salt for a pairwise identifier is missing in the tenant
50043 claims the tenant has more than one salt for pairwise identifiers
50061 signout the request to sign out is not valid
50068 signout the app that asked to sign out takes no part in the session
50070 signout the request to sign out names a session that does not exist
50071 signout the request to sign out came too late
50085 person the refresh token needs a sign-in at a social identity provider
50086 factor the second factor failed for good
50088 factor too many calls or text messages for the second factor
50100 claims a rule that changes claims failed
50101 claims a rule for claims that does not exist was named
50102 claims a rule for claims could not be loaded
50103 claims a rule that changes claims failed
50107 federation the federation realm does not exist
50108 claims the rules for claims could not be read
50109 claims the rules for claims are not known
50111 claims a rule for claims that is not known was asked for
50117 request the claims parameter of the request cannot be read
50120 request the header of a JWT is not right
50123 claims a rule for claims uses a method that does not exist
50124 claims a rule for claims has a wrong input
50125 password the person has to register for, or finish, a password reset
50127 device a broker app has to be installed first
50129 device the device has to be joined to the workplace
50130 claims a claim names a way of signing in that is not known
50132 password the session ended because the password expired or was changed
50133 password the session was withdrawn because the password expired or was changed
50134 code the device code was confirmed in another data centre
50135 password the password has to be changed because the account is at risk
50136 person a session of a personal account was found
50137 password a rule asks for a new password
50138 request the environment of an encryption key is not valid
50139 person the session lacks a refresh token of the outside provider
50141 device a protected key was meant for somebody else
50142 password a Conditional Access policy asks for a new password
50143 person the session belongs to another tenant than the hint names
50147 code the PKCE challenge has a wrong size
50148 code the PKCE verifier does not fit its challenge
50149 code the PKCE challenge method is not valid
50155 device the device could not prove itself
50156 device the resource takes no tokens of devices
50157 person the person has to be sent elsewhere to sign in
50159 factor the outside provider did not send enough claims
50160 person another tenant should be used for this sign-in
50161 factor the outside provider did not send the claims that were asked for
50162 claims the rules for claims took too long
50163 claims a rule for claims made a value that is too long
50164 request the token was issued for another purpose
50165 app the app asks for an encryption that this token cannot have
50166 factor the outside claims provider could not be reached
50167 request the key for a bound token is not valid
50168 device the browser did not hand over its Windows sign-in
50169 federation the realm is not one of this service
50170 factor no mapping for the outside control exists
50172 factor the outside claims provider is not approved
50176 factor the outside control is not defined
50177 factor users of this kind cannot do the outside challenge
50178 policy session controls do not work for users of this kind
50180 desktop Windows sign-in is needed, and seamless sign-on is not switched on
50187 device the device did not say who it is
50192 device no certificate came with a sign-in by certificate
50197 person two accounts are in conflict, or none was found
51000 service a feature is switched off
51001 onprem a domain hint is missing
51005 service the request has to be sent to another address
51006 desktop the session lacks a Windows sign-in
52004 person the person has not agreed to LinkedIn’s access
54000 person an age rule blocks the person
67003 request the actor is not a valid service identity
70016 code the device code has not been confirmed yet
70018 code a wrong device code was typed
70019 code the device code has ended
75001 saml the SAML message could not be bound
75003 saml the SAML binding is not supported
75005 saml the SAML request is not supported
75008 saml the SAML request names an unexpected destination
75011 saml the person signed in by another way than was asked for
75016 saml the SAML request has a wrong name policy
76021 saml the app takes only signed requests
76026 saml the SAML request is too old
80001 onprem the agent cannot reach Active Directory
80002 onprem the check of the password took too long
80005 onprem the agent’s answer could not be read
80007 onprem the agent could not check the password
80010 onprem the agent could not decrypt the password
80012 onprem sign-in is not allowed at this hour
80013 onprem the clocks of agent and Active Directory differ
80014 onprem the agent answered too late
81004 desktop the Kerberos sign-in failed
81005 desktop the kind of sign-in is not supported
81006 desktop no authorisation header was sent
81007 desktop seamless sign-on is not switched on in the tenant
81009 desktop the Kerberos ticket could not be checked
81010 desktop the Kerberos ticket has ended or is not valid
81011 desktop nobody was found for the Kerberos ticket
81012 desktop another person is signed in on the device
90007 request the session id cannot be read
90010 request the algorithm is not supported
90016 request a claim is missing from the token that was sent
90020 saml the assertion lacks the person’s immutable id
90022 request the name of the principal has a wrong form
90081 federation the WS-Federation message is not valid
90082 federation the chosen way of signing in is not supported
90084 federation guests are not allowed here
90085 federation the company is not set up completely yet
90086 person the person’s delegated token has ended
90087 federation no WS-Federation message could be made of the address
90101 request an e-mail address is not valid
90114 request the end date would make a token that has ended already
90119 code the device code is empty
90120 code the device code was used or declined before
90123 federation the identity provider refused
90125 person no such person is known
90126 person the person’s tenant could not be told by the name
120000 password the current password is wrong
120002 password the new password is too weak
120003 password the new password holds the person’s name
120004 password the new password does not fit the rules of Active Directory
120005 password the password was changed in Active Directory but not in the cloud
120008 password the change of the password ended without success
120011 password the person could not be told by the name
120012 password the password has to be changed in Active Directory
120013 password Active Directory could not be reached
120014 password the account is locked or disabled in Active Directory
120015 password an administrator of Active Directory has to act
120016 password the person was not found
120018 password the new password is on the list of forbidden ones
120020 password the password could not be changed
120021 password the service for password resets failed
130004 device the person has no Windows Hello key
130005 device the signature of the Windows Hello key is not valid
130006 device the device has no transport key for Windows Hello
130007 device the device is disabled
130008 device the device was not found
135011 device the device is disabled
140000 request a nonce is missing
140001 request the session key is not valid
160021 person the session that the app asked for does not exist
165004 request the message alone tells what happened
220450 device the web view of the Android device is too old
221000 device the resource takes no tokens of devices alone
240001 device whoever tried may not register devices
500141 person the person’s sign-in was begun by another app
500207 person this kind of account cannot be used for the resource
500208 person the account’s domain does not fit the kind of account
501241 claims a value that a rule for claims needs is missing
501481 code the PKCE verifier does not fit its challenge
501491 code the PKCE challenge has a wrong size
501621 claims a rule for claims took too long
700005 code the sign-in code belongs to another tenant
750054 saml the SAML message is missing from the address
900236 saml the SAML request has a property that is not supported
901011 federation the outside provider gave no e-mail address
901012 federation the outside provider has not verified the e-mail address
901014 federation the outside provider gave no identifier
1000000 person the account is not bound to an outside provider yet
1000002 person the binding worked; the person only has to be told
5000819 saml the e-mail address in the SAML assertion is missing or of another domain
5001256 factor the id token of the outside provider is not valid
7500514 saml the SAML answer is of no supported kind
7500529 saml the id in the SAML request begins with a digit
9002341 person the person has to allow single sign-on
`

/** One code of the public list. */
export type ListedCode = Readonly<{ code: number; kind: ListedKind; words: string }>

/** The listed codes that have no rule of their own, in the order of their numbers. */
export const listedCodes: readonly ListedCode[] = table.trim().split('\n').map(toListedCode)

const byCode = new Map(listedCodes.map((listed) => [listed.code, listed]))

/** What the public list says of a code; undefined when it has a rule of its own or is not listed. */
export function findListedCode(code: number): ListedCode | undefined {
  return byCode.get(code)
}

function toListedCode(line: string): ListedCode {
  const [, code, kindText, words] = /^(\d+) (\w+) (.+)$/.exec(line) ?? []
  const kind = listedKinds.find((name) => name === kindText)
  if (!kind || !words) throw new Error(`A line of the table of codes is not readable: ${line}`)
  return { code: Number(code), kind, words }
}
