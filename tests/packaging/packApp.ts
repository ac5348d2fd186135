import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeStubElectron, type TargetSystem } from './stubElectron'

const root = join(import.meta.dirname, '..', '..')
const nowhere = 'http://127.0.0.1:9'

/** Packs the built project for a system into `folder` and returns the folder of the program. Works without network. */
export function packApp(folder: string, system: TargetSystem, arch: 'x64' | 'arm64', electronVersion: string): string {
  const electron = join(folder, 'electron')
  const output = join(folder, 'release')
  const cache = join(folder, 'cache')
  mkdirSync(cache, { recursive: true })
  makeStubElectron(electron, system, electronVersion)
  const overrides = [`-c.electronDist=${electron}`, `-c.directories.output=${output}`]
  execFileSync(
    process.execPath,
    [join(root, 'node_modules', 'electron-builder', 'cli.js'), '--dir', `--${system}`, `--${arch}`, ...overrides],
    {
      cwd: root,
      // An empty cache and a proxy that is not there: whatever wanted to download something would fail.
      env: {
        ...process.env,
        ELECTRON_BUILDER_CACHE: cache,
        electron_config_cache: cache,
        HTTP_PROXY: nowhere,
        HTTPS_PROXY: nowhere,
        ELECTRON_MIRROR: nowhere,
        ELECTRON_BUILDER_BINARIES_MIRROR: nowhere,
      },
      stdio: 'pipe',
    },
  )
  return join(output, `${system}${arch === 'x64' ? '' : `-${arch}`}-unpacked`)
}
