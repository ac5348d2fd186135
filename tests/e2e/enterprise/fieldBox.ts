import type { Locator, Page } from '@playwright/test'

/** The input of a form by the label above it. */
export function fieldBox(scope: Page | Locator, label: string): Locator {
  const page = 'page' in scope ? scope.page() : scope
  const labelled = page.locator('.label', { hasText: new RegExp(`^\\s*${label}\\s*(\\(|\\*|$)`) })
  return scope.locator('.field').filter({ has: labelled }).locator('input, textarea').first()
}
