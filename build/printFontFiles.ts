import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const parts = ['chinese-simplified', 'latin'].flatMap((script) => [400, 700].map((weight) => `noto-serif-sc-${script}-${weight}-normal.woff2`))

/** Puts the open typeface beside the program, with its licence: four files of the many the package holds. */
export function printFontFiles(root: string): Plugin {
  const folder = join(root, 'node_modules', '@fontsource', 'noto-serif-sc')
  return {
    name: 'print-font-files',
    generateBundle() {
      for (const name of parts) this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(join(folder, 'files', name)) })
      this.emitFile({ type: 'asset', fileName: 'fonts/LICENSE', source: readFileSync(join(folder, 'LICENSE')) })
    },
  }
}
