import type { Page } from '@playwright/test'

/**
 * Goes to a page by its address. The router listens to addresses once its first page stands: what is asked for before
 * is undone by it, as happens on a busy machine.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}
