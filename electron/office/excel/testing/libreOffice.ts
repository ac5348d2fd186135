import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
/** For the names of tests that need it. */
export const skippedWithout = hasLibreOffice ? '' : ' (skipped: no LibreOffice)'

/**
 * Converts a file with LibreOffice in a profile of its own. `format` is what --convert-to takes: xls, ods, xlsx, pdf.
 */
export function convertWithLibreOffice(bytes: Uint8Array, extension: string, format: string): Buffer {
  const converted = convertAllWithLibreOffice(new Map([[`in.${extension}`, bytes]]), format).get('in')
  if (!converted) throw new Error(`soffice wrote no ${format}`)
  return converted
}

/** Converts files, by their names, in one run; the answers are by their names without the extension. */
export function convertAllWithLibreOffice(files: ReadonlyMap<string, Uint8Array>, format: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'))
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const { status, stderr } = spawnSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=${profile}`,
        ...['--convert-to', format, '--outdir', join(folder, 'out')],
        ...[...files.keys()].map((name) => join(folder, name)),
      ],
      { encoding: 'utf8', timeout: 120_000 },
    )
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    const written = readdirSync(folder).includes('out') ? readdirSync(join(folder, 'out')) : []
    return new Map(written.map((name) => [parse(name).name, readFileSync(join(folder, 'out', name))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
