import { expect, test } from '@playwright/test'
import { presentElectron } from '../../build/electron.mjs'

/** Stands in for the walks through Electron on a machine that cannot have its binary, so that the report says so. */
test('skipped: no Electron binary', () => {
  test.skip(presentElectron() === undefined, 'no Electron binary')
  expect(presentElectron()).toBeDefined()
})
