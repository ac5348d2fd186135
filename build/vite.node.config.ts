import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { printFontFiles } from './printFontFiles'
import { dist, root } from './viteFolders.mjs'

const entries = {
  main: 'electron/main/main.ts',
  officeProcess: 'electron/main/officeProcess.ts',
  readerProcess: 'electron/main/readerProcess.ts',
  browser: 'electron/browser/browser.ts',
  officeThread: 'electron/browser/officeThread.ts',
  readerChild: 'electron/host/readerChild.ts',
  cli: 'electron/cli/cli.ts',
  bench: 'electron/bench/bench.ts',
  copyThread: 'electron/office/db/backup/copyThread.ts',
  torture: 'electron/torture/torture.ts',
  tortured: 'electron/torture/tortured.ts',
  benchReader: 'electron/bench/benchReader.ts',
}

/** Everything that runs in Node, as ES modules beside each other; packages stay in node_modules. */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [printFontFiles(root)],
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: resolve(dist, 'electron'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(entries)
          .map(([name, file]): [string, string] => [name, resolve(root, file)])
          .filter(([, file]) => existsSync(file)),
      ),
      external: ['electron'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
