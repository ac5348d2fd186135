import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { keepCompiled } from './build/compileCache.mjs'
import { presentElectron } from './build/electron.mjs'
import type { AppOptions } from './tests/e2e/app'

const isElectronThere = presentElectron() !== undefined
keepCompiled()

/** End-to-end tests drive the built app (dist/); `npm test` builds it first. */
export default defineConfig<AppOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Two also on two cores; each has a Chromium of its own, and every walk a door and a folder of its own.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }]],
  projects: [
    { name: 'browser', testMatch: /\.spec\.ts$/, testIgnore: /electron\w*\.spec\.ts$/, use: { door: 'browser' } },
    {
      name: 'electron',
      // Windows of one desktop share its clipboard and its focus.
      workers: 1,
      testMatch: isElectronThere ? /\.spec\.ts$/ : /electronMissing\.spec\.ts$/,
      testIgnore: isElectronThere ? /(door\w*|electronMissing)\.spec\.ts$/ : [],
      use: { door: 'electron' },
    },
  ],
})
