import {
  certainSlip,
  guidInside,
  guidPattern,
  isPlaceholder,
  placeholderSlip,
  type Slip,
  type SlipOthers,
  suggesting,
  withoutQuotes,
} from '@/lib/steps/slip'

/** Application ids of Microsoft's own that people copy from the list of API permissions. */
const microsoftApps: Readonly<Record<string, string>> = {
  '00000015-0000-0000-c000-000000000000': 'Dynamics ERP',
  '00000003-0000-0000-c000-000000000000': 'Microsoft Graph',
  '00000002-0000-0000-c000-000000000000': 'Azure AD Graph',
  '00000007-0000-0000-c000-000000000000': 'Dataverse',
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'Azure CLI',
}

const copyClientId =
  'On the app’s Overview page copy "Application (client) ID", with the copy button beside it.'
const copyTenantId =
  'On the app’s Overview page copy "Directory (tenant) ID", with the copy button beside it.'
const tenantDomain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/** Slips in the application (client) id. */
export function findClientIdSlips(value: string, others: SlipOthers): Slip[] {
  const text = value.trim()
  if (text === '') return []
  if (isPlaceholder(text)) return [placeholderSlip('the application (client) id')]
  const marks = marksAroundId(value, /application \(client\) id|client[_ ]?id|appid/i)
  if (marks) return [marks]
  if (!guidPattern.test(text)) return [notAClientId(text)]
  return clientGuidSlips(text.toLowerCase(), others)
}

/** Slips in the directory (tenant) id or domain. */
export function findTenantIdSlips(value: string, others: SlipOthers): Slip[] {
  const text = value.trim()
  if (text === '') return []
  if (isPlaceholder(text)) return [placeholderSlip('the directory (tenant) id')]
  const marks = marksAroundId(value, /directory \(tenant\) id|tenant[_ ]?id/i)
  if (marks) return [marks]
  const form = tenantForm(text)
  return form ? [form] : tenantValueSlips(text.toLowerCase(), others)
}

function clientGuidSlips(id: string, others: SlipOthers): Slip[] {
  const app = microsoftApps[id]
  if (app !== undefined) {
    const message = `This is the id of Microsoft’s own app ${app}, not of yours.`
    return [certainSlip('client_id_is_microsofts', message, copyClientId)]
  }
  if (id === others.challengeTenantId?.toLowerCase()) return [tenantAsClient(id, others)]
  if (id === others.tenantId?.toLowerCase()) {
    const message = 'This is the same id as the tenant’s. They are never equal.'
    return [certainSlip('ids_equal', message, copyClientId)]
  }
  if (others.objectIds?.some((known) => known.toLowerCase() === id)) {
    const message =
      'This is an object id. It stands on the same page, just below the one that is needed.'
    return [certainSlip('client_id_is_object_id', message, copyClientId)]
  }
  return []
}

/** The tenant's id in the app's field: swapped when the other field holds some other GUID. */
function tenantAsClient(id: string, { tenantId }: SlipOthers): Slip {
  if (tenantId && guidPattern.test(tenantId) && tenantId.toLowerCase() !== id) {
    const message =
      'The two ids are swapped: this one is the tenant that the environment belongs to.'
    return suggesting(certainSlip('ids_swapped', message, copyClientId), tenantId)
  }
  const message = 'This is the id of the tenant that the environment belongs to, not of the app.'
  return certainSlip('client_id_is_tenant_id', message, copyClientId)
}

function notAClientId(text: string): Slip {
  if (/^api:\/\//i.test(text) && guidInside.test(text)) {
    return suggesting(
      certainSlip(
        'client_id_is_uri',
        'This is the Application ID URI.',
        'Only the id in it is needed.',
      ),
      guidInside.exec(text)?.[0],
    )
  }
  if (/@/.test(text) || tenantDomain.test(text) || /^https?:\/\//i.test(text)) {
    return certainSlip(
      'client_id_is_domain',
      'This is a name or an address; a client id is a GUID.',
      copyClientId,
    )
  }
  if (/~/.test(text) && text.length >= 30) {
    return certainSlip(
      'client_id_is_secret',
      'This looks like the secret. It belongs in the field below, where it is hidden.',
      copyClientId,
    )
  }
  return certainSlip(
    'client_id_not_guid',
    'A client id has the form 00000000-0000-0000-0000-000000000000.',
    copyClientId,
  )
}

function tenantForm(text: string): Slip | undefined {
  if (/^(common|organizations|consumers)$/i.test(text)) {
    return certainSlip(
      'tenant_is_common',
      `"${text.toLowerCase()}" stands for any tenant. An app that signs in by itself has to name its own.`,
      copyTenantId,
    )
  }
  if (/^[^\s@]+@[^\s@]+$/.test(text)) {
    return suggesting(
      certainSlip(
        'tenant_is_email',
        'This is an e-mail address.',
        'The part after @ is often the tenant’s domain; the id is safer.',
      ),
      text.split('@')[1],
    )
  }
  if (/^https?:\/\//i.test(text)) {
    return suggesting(
      certainSlip(
        'tenant_is_url',
        'This is an address; only the tenant in it is needed.',
        copyTenantId,
      ),
      guidInside.exec(text)?.[0],
    )
  }
  if (guidPattern.test(text) || tenantDomain.test(text)) return undefined
  return certainSlip(
    'tenant_not_valid',
    'A tenant is a GUID or a domain such as contoso.onmicrosoft.com.',
    copyTenantId,
  )
}

function tenantValueSlips(id: string, others: SlipOthers): Slip[] {
  const named = others.challengeTenantId?.toLowerCase()
  if (id === others.clientId?.toLowerCase()) {
    return [
      suggesting(
        certainSlip(
          'ids_equal',
          'This is the same id as the client id. They are never equal.',
          copyTenantId,
        ),
        named,
      ),
    ]
  }
  if (named === undefined || named === id) return []
  if (!guidPattern.test(named) || !guidPattern.test(id)) return []
  const swapped = others.clientId?.toLowerCase() === named
  if (swapped) {
    return [
      suggesting(
        certainSlip(
          'ids_swapped',
          'The two ids are swapped: the tenant stands in the other field.',
          copyTenantId,
        ),
        named,
      ),
    ]
  }
  return [
    {
      code: 'tenant_not_the_environments',
      message: `The environment itself names another tenant: ${named}.`,
      fix: 'Register the app in that tenant, or check that this is the right environment.',
      certain: false,
      suggestion: named,
    },
  ]
}

/** Spaces, quotes, or the name of the field copied along; `wanted` tells which name is the right one. */
function marksAroundId(value: string, wanted: RegExp): Slip | undefined {
  const text = value.trim()
  const bare = withoutQuotes(text)
  if (bare !== undefined)
    return suggesting(
      certainSlip('quotes_around', 'There are quotes or braces around the id.', 'Remove them.'),
      bare.trim(),
    )
  const labelled = labelledId(text, wanted)
  if (labelled) return labelled
  if (text !== value)
    return suggesting(
      certainSlip(
        'spaces_around',
        'There are spaces or line breaks around the id.',
        'Remove them.',
      ),
      text,
    )
  return undefined
}

function labelledId(text: string, wanted: RegExp): Slip | undefined {
  const guid = guidInside.exec(text)
  if (!guid || guid[0].length === text.length || /^(https?|api):\/\//i.test(text)) return undefined
  const label = wanted.exec(text)
  const after = label ? guidInside.exec(text.slice(label.index))?.[0] : undefined
  if (after !== undefined) {
    return suggesting(
      certainSlip(
        'id_has_label',
        'The name of the field was copied along with the id.',
        'Keep only the id.',
      ),
      after,
    )
  }
  if (/object id/i.test(text)) {
    return certainSlip(
      'client_id_is_object_id',
      'This is the object id, by its own label.',
      copyClientId,
    )
  }
  return suggesting(
    certainSlip('text_around', 'There is more than the id in this field.', 'Keep only the id.'),
    guid[0],
  )
}
