import type { Page } from '@playwright/test'

/** What a person reads off the app's Overview page. */
export type RegisteredApp = Readonly<{ clientId: string; tenantId: string; objectId: string }>

/** The practice portal in its own tab, used as an administrator would. */
export class Portal {
  readonly page: Page
  readonly #address: string

  constructor(page: Page, address: string) {
    this.page = page
    this.#address = address
  }

  async #open(path: string): Promise<void> {
    await this.page.goto(`${this.#address}${path}`)
  }

  #button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  #field(label: string) {
    return this.page.getByLabel(label, { exact: true })
  }

  /** A new secret, consent or registration works at once, or after as many seconds as are named. */
  async setDelays(delays: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.#open('/practice/faults')
    const labels = [
      'New app registration',
      'New client secret',
      'Admin consent',
      'Registration in F&O',
    ]
    for (const label of labels) {
      await this.page.getByLabel(label).selectOption({ label: delays[label] ?? 'At once' })
    }
    await this.#button('Save').click()
  }

  async registerApp(name = 'ODataIntegration'): Promise<RegisteredApp> {
    await this.#open('/practice/entra/apps')
    await this.page.getByRole('link', { name: 'New registration' }).click()
    await this.#field('Name').fill(name)
    await this.#button('Register').click()
    await this.#field('Application (client) ID').waitFor()
    return {
      clientId: await this.#field('Application (client) ID').inputValue(),
      tenantId: await this.#field('Directory (tenant) ID').inputValue(),
      objectId: await this.#field('Object ID').inputValue(),
    }
  }

  async addSecret({ clientId }: RegisteredApp): Promise<{ value: string; secretId: string }> {
    await this.#open(`/practice/entra/apps/${clientId}/secrets`)
    await this.page.getByRole('link', { name: 'New client secret' }).click()
    await this.#field('Description').fill('Fivestep')
    await this.#button('Add').click()
    return {
      value: await this.#field('Value').inputValue(),
      secretId: await this.#field('Secret ID').inputValue(),
    }
  }

  async expireSecret({ clientId }: Pick<RegisteredApp, 'clientId'>): Promise<void> {
    await this.#open(`/practice/entra/apps/${clientId}/secrets`)
    await this.#button(/^Expire now/)
      .first()
      .click()
  }

  async disableApp({ clientId }: Pick<RegisteredApp, 'clientId'>): Promise<void> {
    await this.#open(`/practice/entra/apps/${clientId}`)
    await this.#button(/^Disable/).click()
  }

  async unregisterInFinops(appName: string, environment = 'contoso-uat'): Promise<void> {
    await this.#open(`/practice/finops/${environment}/clients`)
    await this.#button(`Delete: ${appName}`).click()
  }

  /** Lets Entra refuse the app's tokens with an AADSTS code. */
  async refuseTokens(appName: string, code: number): Promise<void> {
    await this.#open('/practice/faults')
    await this.#field(`Tokens for ${appName}`).selectOption(String(code))
    await this.#button('Save for apps').click()
  }

  async addPermissionAndConsent({ clientId }: RegisteredApp): Promise<void> {
    await this.#open(`/practice/entra/apps/${clientId}/permissions`)
    await this.page.getByRole('link', { name: 'Add a permission' }).click()
    await this.page.getByRole('link', { name: /Dynamics ERP/ }).click()
    await this.page.getByRole('link', { name: /Application permissions/ }).click()
    await this.page.getByLabel(/Connector\.FullAccess/).check()
    await this.#button('Add permissions').click()
    await this.page.getByRole('link', { name: /Grant admin consent/ }).click()
    await this.#button('Yes').click()
  }

  /** Lets every call to the environment fail in one way from now on; `none` mends it. */
  async breakEnvironment(fault: string, environment = 'contoso-uat'): Promise<void> {
    await this.#open('/practice/faults')
    await this.page.locator(`input[name="fault-${environment}"][value="${fault}"]`).check()
    await this.#button('Save').first().click()
    await this.page.waitForURL(/done=faults-saved/)
  }

  async registerInFinops({ clientId }: RegisteredApp, environment = 'contoso-uat'): Promise<void> {
    await this.#open(`/practice/finops/${environment}/clients`)
    await this.page.getByRole('link', { name: 'New', exact: true }).click()
    await this.#field('Client Id').fill(clientId)
    await this.#field('Name').fill('ODataIntegration')
    await this.#field('User ID').selectOption({ index: 1 })
    await this.#button('Save').click()
    await this.page.getByRole('table').waitFor()
  }

  /** Takes back what step 5 is about: F&O forgets the app. */
  async removeFromFinops({ clientId }: RegisteredApp, environment = 'contoso-uat'): Promise<void> {
    await this.#open(`/practice/finops/${environment}/clients`)
    const row = this.page.getByRole('row').filter({ hasText: clientId })
    await row.getByRole('button', { name: /^Delete/ }).click()
    await row.waitFor({ state: 'detached' })
  }
}
