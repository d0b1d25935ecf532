import {
  certainSlip,
  guidPattern,
  isPlaceholder,
  placeholderSlip,
  type Slip,
  type SlipOthers,
  suggesting,
  withoutQuotes,
} from '@/lib/steps/slip'

const copyTheValue =
  'On Certificates & secrets copy the column "Value". It is shown only right after the secret is made; if it is hidden now, make a new secret.'

/** The shortest secrets that Entra ever made had more characters than this. */
const secretLengthMin = 16

/** How Entra writes the secrets that it makes today: `Abc8Q~` and 34 more. */
const entraSecret = /^[A-Za-z0-9_.~-]{3}\dQ~[A-Za-z0-9_.~-]{31,36}$/

/** Slips in the client secret. The value itself is in no message. */
export function findSecretSlips(value: string, others: SlipOthers): Slip[] {
  const text = value.trim()
  if (text === '') return []
  const whole = wrongThing(text, others) ?? hidden(text)
  if (whole) return [whole]
  return [marksAround(value), encoded(text), tooShort(text)].filter((slip) => slip !== undefined)
}

function wrongThing(text: string, others: SlipOthers): Slip | undefined {
  if (isPlaceholder(text)) return placeholderSlip('the value of the client secret')
  if (guidPattern.test(withoutQuotes(text) ?? text)) return guidAsSecret(text, others)
  if (/^eyJ[\w-]+\.eyJ[\w-]+\./.test(text)) {
    return certainSlip('secret_is_token', 'This is an access token, not a secret.', copyTheValue)
  }
  if (/-----BEGIN [A-Z ]+-----/.test(text)) {
    return certainSlip(
      'secret_is_certificate',
      'This is a certificate or a key, not a client secret.',
      copyTheValue,
    )
  }
  if (/^[0-9a-f]{40}$/i.test(text) || /^([0-9a-f]{2}:){19}[0-9a-f]{2}$/i.test(text)) {
    return {
      code: 'secret_is_thumbprint',
      message: 'This looks like the thumbprint of a certificate.',
      fix: copyTheValue,
      certain: false,
    }
  }
  if (/^https?:\/\//i.test(text) || /^@Microsoft\.KeyVault\(/i.test(text)) {
    return certainSlip(
      'secret_is_reference',
      'This only points to a secret that is kept elsewhere.',
      'Open the vault and copy the secret itself.',
    )
  }
  return undefined
}

function guidAsSecret(text: string, others: SlipOthers): Slip {
  const id = (withoutQuotes(text) ?? text).toLowerCase()
  if (id === others.clientId?.toLowerCase()) {
    return certainSlip('secret_is_client_id', 'This is the client id again.', copyTheValue)
  }
  if (id === others.tenantId?.toLowerCase() || id === others.challengeTenantId?.toLowerCase()) {
    return certainSlip('secret_is_tenant_id', 'This is the tenant id.', copyTheValue)
  }
  return certainSlip(
    'secret_is_secret_id',
    'This is the Secret ID. What is needed stands beside it, in the column "Value".',
    copyTheValue,
  )
}

function hidden(text: string): Slip | undefined {
  if (!/[•●∙*]{4,}/.test(text)) return undefined
  return certainSlip(
    'secret_is_hidden',
    'This is what the portal shows once a secret is hidden: the first characters and dots.',
    'The whole value can’t be shown again. Make a new secret and copy its value at once.',
  )
}

function marksAround(value: string): Slip | undefined {
  const text = value.trim()
  const label = /^(value|secret|client[_ ]?secret)\s*[:=\t]\s*(\S.*)$/i.exec(text)?.[2]
  if (label !== undefined) {
    return suggesting(
      certainSlip(
        'secret_has_label',
        'The name of the field was copied along with the value.',
        'Keep only the value.',
      ),
      label,
    )
  }
  const bare = withoutQuotes(text)
  if (bare !== undefined) {
    return suggesting(
      certainSlip('quotes_around', 'There are quotes around the value.', 'Remove the quotes.'),
      bare,
    )
  }
  if (/\s/.test(text)) {
    return suggesting(
      certainSlip(
        'whitespace_inside',
        'There is a space or a line break inside. Entra’s secrets have none.',
        'Copy the value once more, with the copy button beside it.',
      ),
      text.replace(/\s+/g, ''),
    )
  }
  if (text === value) return undefined
  return suggesting(
    certainSlip(
      'spaces_around',
      'There are spaces or line breaks around the value.',
      'Remove them.',
    ),
    text,
  )
}

function encoded(text: string): Slip | undefined {
  if (!/%[0-9a-f]{2}/i.test(text)) return undefined
  const decoded = tryDecode(text)
  if (decoded === undefined || decoded === text) return undefined
  return {
    code: 'secret_is_encoded',
    message: 'This value was already encoded for a URL: it holds signs such as %7E.',
    fix: 'Use the value as the portal shows it. It is encoded here when it is sent.',
    certain: entraSecret.test(decoded),
    suggestion: decoded,
  }
}

function tooShort(text: string): Slip | undefined {
  if (text.length >= secretLengthMin) return undefined
  return {
    code: 'secret_too_short',
    message: `This has only ${text.length} characters; Entra’s secrets have about 40.`,
    fix: 'Check that the whole value was copied.',
    certain: false,
  }
}

function tryDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone % is no encoding at all: the value is what it is.
    return undefined
  }
}
