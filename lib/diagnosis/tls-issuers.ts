/**
 * Products that open encrypted connections and sign what they show anew, by the names that their
 * authorities have.
 */
const inspectors: readonly (readonly [string, RegExp])[] = [
  ['Zscaler', /zscaler/i],
  ['Netskope', /netskope|goskope/i],
  ['Fortinet FortiGate', /fortinet|forti(gate|guard|net)|FG\w{2}\dE\w+/i],
  ['Palo Alto Networks', /palo ?alto|prisma access/i],
  ['Blue Coat / Symantec', /blue ?coat|symantec web security|cloud swg/i],
  ['Cisco Umbrella', /umbrella|cisco (secure access|ironport|web security)/i],
  ['Sophos', /sophos/i],
  ['Check Point', /check ?point/i],
  ['McAfee / Skyhigh', /mcafee|skyhigh/i],
  ['Forcepoint', /forcepoint|websense/i],
  ['Barracuda', /barracuda/i],
  ['Trend Micro', /trend ?micro/i],
  ['iboss', /\biboss\b/i],
  ['Menlo Security', /menlo ?security/i],
  ['Cloudflare Gateway', /cloudflare (for teams|gateway)|gateway ca - cloudflare/i],
  ['WatchGuard', /watchguard/i],
  ['SonicWall', /sonicwall/i],
  ['Smoothwall', /smoothwall/i],
  ['Kaspersky', /kaspersky/i],
  ['Bitdefender', /bitdefender/i],
  ['ESET', /\beset\b/i],
  ['Avast / AVG', /\bavast\b|\bavg\b/i],
  ['Norton', /\bnorton\b/i],
  ['Squid', /\bsquid\b/i],
  ['mitmproxy', /\bmitm ?proxy\b/i],
  ['Fiddler', /DO_NOT_TRUST|fiddler/i],
  ['Charles', /charles proxy/i],
  ['a TLS inspection', /(ssl|tls|https) ?(inspection|interception|decryption)|\bmitm\b/i],
]

/** Name of the inspecting product that a text names, such as the issuer of a certificate. */
export function inspectorIn(text: string): string | undefined {
  return inspectors.find(([, pattern]) => pattern.test(text))?.[0]
}

/** Matches where {@link inspectorIn} finds a name. */
export const inspectorPattern = new RegExp(
  inspectors.map(([, pattern]) => `(?:${pattern.source})`).join('|'),
  'i',
)

const microsoftHost =
  /(^|\.)(microsoftonline\.(com|us|cn)|microsoftonline-p\.com|windows\.net|microsoft\.(com|us)|dynamics\.(com|cn|us)|microsoftdynamics\.us|operations365\.us|chinacloudapi\.cn)$/i

/** Machines at people’s own desks, which sign their certificates themselves. */
const ownMachine = /\.onebox\.dynamics\.com$/i

/** Whether Microsoft itself runs what answers under this name. */
export function isMicrosoftHost(host: string): boolean {
  return microsoftHost.test(host) && !ownMachine.test(host)
}

/** @see https://learn.microsoft.com/azure/security/fundamentals/azure-ca-details */
const microsoftsIssuers =
  /\b(microsoft|digicert|baltimore|globalsign|entrust|d-trust|geotrust|thawte|sectigo|usertrust)\b/i

/** Whether one of these authorities is one that Microsoft has its certificates from. */
export function isMicrosoftsIssuer(issuers: readonly string[]): boolean {
  return issuers.some((issuer) => microsoftsIssuers.test(issuer))
}
