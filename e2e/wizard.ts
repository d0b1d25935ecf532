import { expect, type Page } from '@playwright/test'
import type { StepId } from '@/lib/steps/step'
import type { RegisteredApp } from './portal'

/** The wizard, walked as a person does. */
export class Wizard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** By role, since the drawings of the portals name their fields too. */
  #field(name: string) {
    return this.page.getByRole('textbox', { name, exact: true })
  }

  async practiseFirst(): Promise<void> {
    await this.page.goto('/connect')
    await this.page.getByRole('button', { name: 'Practise first' }).click()
    await this.page.waitForURL(/\/setup\/register$/)
  }

  async saveIds({
    clientId,
    tenantId,
  }: Pick<RegisteredApp, 'clientId' | 'tenantId'>): Promise<void> {
    await this.#field('Application (client) ID').fill(clientId)
    await this.#field('Directory (tenant) ID').fill(tenantId)
    await this.page.getByRole('button', { name: 'Save and check' }).click()
  }

  async saveSecret(value: string): Promise<void> {
    await this.#field('Value of the secret').fill(value)
    await this.page.getByRole('button', { name: 'Save and check' }).click()
  }

  async check(): Promise<void> {
    await this.page.getByRole('button', { name: /^Check (this step|again)$/ }).click()
  }

  /** Waits until the page says that its step has passed. */
  async expectDone(step: number): Promise<void> {
    await expect(this.page.getByText(`Step ${step} is done`)).toBeVisible({ timeout: 60_000 })
  }

  async continueTo(step: StepId | 'test'): Promise<void> {
    await this.page.getByRole('link', { name: /^Continue to/ }).click()
    await this.page.waitForURL(new RegExp(`/setup/${step}$`))
  }

  /** Waits until the run under way has ended, with the time that a new secret is given. */
  async waitOut(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Check again' })).toBeEnabled({
      timeout: 90_000,
    })
    await expect(this.page.getByRole('button', { name: 'Cancel' })).toHaveCount(0, {
      timeout: 90_000,
    })
  }

  /** The page names `step` as the broken one, and its raw evidence holds `code`. */
  async expectBroken(step: number, code?: string): Promise<void> {
    const where = this.page.getByText(new RegExp(`Step ${step}, `)).first()
    await expect(where).toBeVisible({ timeout: 60_000 })
    if (code === undefined) return
    await this.page.getByText('Raw evidence').first().click()
    await expect(this.page.getByText(code).last()).toBeVisible()
  }
}
