import { companies } from '@/lib/sandbox/finops/model/companies'
import { entitySet } from '@/lib/sandbox/finops/model/define'
import { choice, field, having, text } from '@/lib/sandbox/finops/model/fields'
import { type EntitySet, humanize, type Row } from '@/lib/sandbox/finops/model/schema'
import { InfologError } from '@/lib/sandbox/finops/write/infolog'
import type { FinopsState } from '@/lib/sandbox/types'

const stored = (name: string) => text(name, () => '')
const key = (name: string) => having(stored(name), { isKey: true, isRequired: true })

/** The entity sets that show, and change, what the practice environment remembers. */
export function systemSets(state: FinopsState): EntitySet[] {
  return [registrations(state), users(state), userRoles(state), roles(state)]
}

function registrations(state: FinopsState): EntitySet {
  return entitySet('SysAADClients', {
    type: 'SysAADClient',
    dataEntity: 'SysAADClientEntity',
    label: 'Microsoft Entra ID applications',
    category: 'Reference',
    fields: [key('AADClientId'), stored('Name'), having(stored('UserId'), { isRequired: true })],
    source: {
      kind: 'live',
      id: 'registrations',
      rows: () =>
        state.listRegistrations().map((row) => ({
          AADClientId: row.clientId,
          Name: row.name,
          UserId: row.userId,
        })),
      insert: async (row) => {
        const user = state.users().find((known) => sameText(known.userId, row.UserId))
        if (!user) {
          throw new InfologError(
            `Warning: The value '${String(row.UserId)}' in field 'User ID' is not found in the related table 'User information'.; Warning: validateField failed on field 'SysAADClientEntity.UserId'.`,
          )
        }
        await state.addRegistration({
          clientId: String(row.AADClientId).toLowerCase(),
          name: String(row.Name),
          userId: user.userId,
        })
      },
      remove: async (row) => {
        await state.removeRegistration(String(row.AADClientId))
      },
    },
  })
}

function sameText(known: string, given: unknown): boolean {
  return known.toLowerCase() === String(given).toLowerCase()
}

function users(state: FinopsState): EntitySet {
  return entitySet('SystemUsers', {
    type: 'SystemUser',
    dataEntity: 'SystemUserEntity',
    category: 'Reference',
    isReadOnly: true,
    fields: [
      key('UserID'),
      stored('UserName'),
      stored('PersonName'),
      stored('Alias'),
      stored('Email'),
      stored('Company'),
      field('Enabled', 'Edm.Boolean', () => true),
      stored('NetworkDomain'),
      stored('Language'),
      stored('PreferredLocale'),
      stored('StartPage'),
      field('ExternalUser', 'Edm.Boolean', () => false),
      field('UserInfo_defaultPartition', 'Edm.Boolean', () => true),
      field('AutoLogOff', 'Edm.Int32', () => 0),
      field('SqmGUID', 'Edm.Guid', () => '00000000-0000-0000-0000-000000000000'),
    ],
    source: {
      kind: 'live',
      id: 'users',
      insert: null,
      remove: null,
      rows: () => state.users().map(toUserRow),
    },
  })
}

function toUserRow(user: ReturnType<FinopsState['users']>[number]): Row {
  return {
    UserID: user.userId,
    UserName: user.name,
    PersonName: personOf(user.name),
    Alias: user.email,
    Email: user.email,
    Company: user.company,
    Enabled: user.enabled,
    NetworkDomain: 'https://sts.windows.net/',
    Language: 'en-us',
    PreferredLocale: 'en-US',
    StartPage: 'DefaultDashboard',
    ExternalUser: false,
    UserInfo_defaultPartition: true,
    AutoLogOff: 30,
    SqmGUID: '00000000-0000-0000-0000-000000000000',
  }
}

/** Service accounts have no person behind them, and say so in their names. */
function personOf(name: string): string {
  return /account|employee/i.test(name) ? '' : name
}

/** `System administrator` -> `SYSTEMADMINISTRATOR`, as role identifiers look. */
function identifierOf(role: string): string {
  return role.replace(/[^A-Za-z]/g, '').toUpperCase()
}

function userRoles(state: FinopsState): EntitySet {
  return entitySet('SecurityUserRoles', {
    type: 'SecurityUserRole',
    dataEntity: 'SecurityUserRoleEntity',
    category: 'Reference',
    isReadOnly: true,
    fields: [
      key('UserId'),
      key('SecurityRoleIdentifier'),
      stored('SecurityRoleName'),
      choice('AssignmentStatus', 'RoleAssignmentStatus', () => 'Enabled'),
      choice('AssignmentMode', 'RoleAssignmentMode', () => 'Manual'),
      choice('UserLicenseType', 'UserLicenseType', () => 'Enterprise'),
    ],
    source: {
      kind: 'live',
      id: 'userRoles',
      insert: null,
      remove: null,
      rows: () =>
        state.users().flatMap((user) =>
          user.roles.map((role) => ({
            UserId: user.userId,
            SecurityRoleIdentifier: identifierOf(role),
            SecurityRoleName: role,
            AssignmentStatus: 'Enabled',
            AssignmentMode: 'Manual',
            UserLicenseType: 'Enterprise',
          })),
        ),
    },
  })
}

function roles(state: FinopsState): EntitySet {
  return entitySet('SecurityRoles', {
    type: 'SecurityRole',
    dataEntity: 'SecurityRoleEntity',
    category: 'Reference',
    isReadOnly: true,
    fields: [key('SecurityRoleIdentifier'), stored('SecurityRoleName'), stored('Description')],
    source: {
      kind: 'live',
      id: 'roles',
      insert: null,
      remove: null,
      rows: () =>
        [...new Set(state.users().flatMap((user) => user.roles))].map((role) => ({
          SecurityRoleIdentifier: identifierOf(role),
          SecurityRoleName: role,
          Description: `May do what a ${role.toLowerCase()} does`,
        })),
    },
  })
}

const legalEntityRows: readonly Row[] = companies.map((company, index) => {
  const [city, state, zip] = company.cities[0]
  return {
    LegalEntityId: company.id,
    Name: company.name,
    CompanyName: company.name,
    NameAlias: company.id.toUpperCase(),
    PartyNumber: `00000${index + 1}`,
    LanguageId: company.language,
    AddressCountryRegionId: company.country,
    AddressCountryRegionISOCode: company.isoCountry,
    AddressCity: city,
    AddressState: state,
    AddressZipCode: zip,
    FullPrimaryAddress: `${city}, ${state} ${zip}\n${company.isoCountry}`,
    UseForFinancialConsolidationProcess: 'No',
    InitialCapitalInvestment: company.share * 10_000,
    StartDateOfBusiness: '1900-01-01T00:00:00Z',
  }
})

export const legalEntities: EntitySet = entitySet('LegalEntities', {
  type: 'LegalEntity',
  dataEntity: 'OMLegalEntity',
  category: 'Master',
  isReadOnly: true,
  fields: [
    key('LegalEntityId'),
    ...['Name', 'CompanyName', 'NameAlias', 'PartyNumber', 'LanguageId'].map(stored),
    ...['AddressCountryRegionId', 'AddressCountryRegionISOCode', 'AddressCity'].map(stored),
    ...['AddressState', 'AddressZipCode', 'FullPrimaryAddress'].map(stored),
    choice('UseForFinancialConsolidationProcess', 'NoYes', () => 'No'),
    field('InitialCapitalInvestment', 'Edm.Decimal', () => 0),
    field('StartDateOfBusiness', 'Edm.DateTimeOffset', () => ''),
  ],
  label: humanize('LegalEntities'),
  source: {
    kind: 'live',
    id: 'legalEntities',
    insert: null,
    remove: null,
    rows: () => legalEntityRows,
  },
})
