import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { dist, root } from './viteFolders.mjs'

export default defineConfig({
  root: resolve(root, 'renderer'),
  // Relative addresses work under app:// and under the browser door alike.
  base: './',
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: resolve(dist, 'renderer'),
    emptyOutDir: true,
    // Electron 45 embeds Chromium 150 and newer; the browser door is promised for the same.
    target: 'chrome140',
    // The content security policy allows no data: scripts, and the polyfill would be an inline one.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
  },
})
