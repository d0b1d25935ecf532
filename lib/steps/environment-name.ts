const spelled: Readonly<Record<string, string>> = {
  uat: 'UAT',
  sit: 'SIT',
  qa: 'QA',
  eu: 'EU',
  us: 'US',
  uk: 'UK',
  fo: 'FO',
  d365: 'D365',
  erp: 'ERP',
  prod: 'Prod',
  dev: 'Dev',
  test: 'Test',
  tst: 'Test',
}

const nameLengthMax = 120

/** A name for the connection, out of the host: `contoso-uat.…` gives "Contoso UAT". */
export function suggestName(host: string): string {
  const label = host.split('.')[0] ?? host
  // Hosts of cloud-hosted and one-box machines end in the role of the server, which is no name.
  const bare = label.length > 6 ? label.replace(/aos$/, '') : label
  const words = bare
    .replace(/^([a-z]{3,}?)(uat|prod|sit)(\d*)$/, '$1-$2$3')
    .split(/[-_]+/)
    .filter(Boolean)
    .map(toWord)
  return words.join(' ').slice(0, nameLengthMax) || host
}

function toWord(word: string): string {
  const known = spelled[word.replace(/\d+$/, '')]
  if (known !== undefined) return known + (/\d+$/.exec(word)?.[0] ?? '')
  return spelled[word] ?? word.charAt(0).toUpperCase() + word.slice(1)
}
