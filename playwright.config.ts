import { defineConfig } from '@playwright/test'
import { presentElectron } from './build/electron.mjs'
import type { AppOptions } from './tests/e2e/app'

const isElectronThere = presentElectron() !== undefined

/** End-to-end tests drive the built app (dist/); `npm test` builds it first. */
export default defineConfig<AppOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }]],
  projects: [
    { name: 'browser', testMatch: /\.spec\.ts$/, testIgnore: /electron\w*\.spec\.ts$/, use: { door: 'browser' } },
    {
      name: 'electron',
      testMatch: isElectronThere ? /\.spec\.ts$/ : /electronMissing\.spec\.ts$/,
      testIgnore: isElectronThere ? /(door\w*|electronMissing)\.spec\.ts$/ : [],
      use: { door: 'electron' },
    },
  ],
})
