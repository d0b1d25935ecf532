/** A directory of the practice Entra. */
export type Tenant = Readonly<{ tenantId: string; name: string; domain: string }>

/** The tenant that the environments belong to; apps live here. */
export const homeTenant: Tenant = {
  tenantId: 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12',
  name: 'Contoso',
  domain: 'contoso-practice.onmicrosoft.com',
}

/** A tenant with nothing in it: no app is known there, nor any environment. */
export const otherTenant: Tenant = {
  tenantId: '4d9c1e77-08ab-4c55-8f21-6a3b5d7e9c10',
  name: 'Fabrikam',
  domain: 'fabrikam-practice.onmicrosoft.com',
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

export type TenantLookup =
  | Readonly<{ kind: 'found'; tenant: Tenant }>
  /** `common`, `organizations`, `consumers`: no directory of their own. */
  | Readonly<{ kind: 'shared' }>
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'invalid' }>

/** Finds the tenant that a path segment names, by GUID or by domain, whatever its case. */
export function findTenant(segment: string): TenantLookup {
  const name = segment.toLowerCase()
  const tenant = [homeTenant, otherTenant].find(
    (known) => known.tenantId === name || known.domain === name,
  )
  if (tenant) return { kind: 'found', tenant }
  if (['common', 'organizations', 'consumers'].includes(name)) return { kind: 'shared' }
  return { kind: guid.test(name) || domain.test(name) ? 'unknown' : 'invalid' }
}
