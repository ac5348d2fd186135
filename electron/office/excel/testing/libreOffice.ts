import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
/** For the names of tests that need it. */
export const skippedWithout = hasLibreOffice ? '' : ' (skipped: no LibreOffice)'

/**
 * Converts a file with LibreOffice in a profile of its own. `format` is what --convert-to takes: xls, ods, xlsx, pdf.
 */
export function convertWithLibreOffice(bytes: Uint8Array, extension: string, format: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'))
  try {
    writeFileSync(join(folder, `in.${extension}`), bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const { status, stderr } = spawnSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=${profile}`,
        ...['--convert-to', format, '--outdir', join(folder, 'out')],
        join(folder, `in.${extension}`),
      ],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    const [name] = readdirSync(join(folder, 'out'))
    if (name === undefined) throw new Error(`soffice wrote nothing: ${stderr}`)
    return readFileSync(join(folder, 'out', name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same for many .xlsx files at once, which saves a start of the program for each; keys are their names. */
export function convertAllWithLibreOffice(files: ReadonlyMap<string, Uint8Array>, format: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'))
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, `${name}.xlsx`), bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const options = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', format, '--outdir', join(folder, 'out')]
    const { status, stderr } = spawnSync('soffice', [...options, ...[...files.keys()].map((name) => join(folder, `${name}.xlsx`))], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    return new Map([...files.keys()].map((name) => [name, readFileSync(join(folder, 'out', `${name}.${format}`))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
