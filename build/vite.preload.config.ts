import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { dist, root } from './viteFolders.mjs'

/** A sandboxed preload is one CommonJS file that may require nothing but `electron`. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: resolve(dist, 'electron'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { preload: resolve(root, 'electron/preload/preload.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
})
