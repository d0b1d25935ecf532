import type { BrowserContext, Page } from '@playwright/test'
import { Portal } from './portal'
import { Wizard } from './wizard'

/** The wizard in the tab that is there, and the practice portal in a second one. */
export async function twoTabs(
  page: Page,
  context: BrowserContext,
  address: string,
): Promise<{ wizard: Wizard; portal: Portal }> {
  return { wizard: new Wizard(page), portal: new Portal(await context.newPage(), address) }
}
