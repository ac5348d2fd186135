import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { keepCompiled } from './build/compileCache.mjs'

keepCompiled()

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['{shared,electron,renderer,build}/**/*.test.ts', 'tests/{cli,offline,packaging}/**/*.test.ts'],
    globalSetup: 'electron/office/testing/samplesFolder.ts',
    // The users' time zone, where a date written as an instant lands on the day before.
    env: { TZ: 'Asia/Shanghai' },
    // Readers are processes started from the sources.
    execArgv: ['--import', new URL('build/sourceModules.mjs', import.meta.url).href],
    // Real databases, workbooks, LibreOffice and keys that cost half a second, on machines with two busy cores.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Two also on two cores: much of the time goes by waiting for the disk and for processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    passWithNoTests: false,
  },
})
