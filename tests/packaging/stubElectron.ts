import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

export type TargetSystem = 'linux' | 'win'

/** By this mark the fuses are found in Electron's binary: version 1, eight of them, as Electron ships them. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const shippedFuses = Buffer.from(`${fuseMark}\x01\x0810110001`, 'latin1')

/**
 * A folder like Electron's release for that system, with a binary that runs nothing but can be branded, given the
 * archive's digest and have its fuses flipped: the real one cannot be had without network.
 */
export function makeStubElectron(folder: string, system: TargetSystem, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  for (const locale of ['zh-CN', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'Electron')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'Chromium')
  if (system === 'win') {
    writeFileSync(join(folder, 'electron.exe'), Buffer.concat([emptyWindowsProgram(), shippedFuses]))
  } else {
    writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), shippedFuses]))
    chmodSync(join(folder, 'electron'), 0o755)
    writeFileSync(join(folder, 'chrome-sandbox'), '')
  }
}

/** A Windows program without code, but with the version resource that branding starts from. */
function emptyWindowsProgram(): Buffer {
  const program = NtExecutable.createEmpty()
  const resources = NtExecutableResource.from(program)
  const info = Resource.VersionInfo.createEmpty()
  info.setStringValues({ lang: 1033, codepage: 1200 }, { FileDescription: 'Electron', ProductName: 'Electron' })
  info.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

/** The state of each fuse in a packaged binary, in Electron's order: 0 off, 1 on. */
export function readFuses(program: string): Record<string, boolean> {
  const binary = readFileSync(program)
  const at = binary.indexOf(fuseMark)
  if (at < 0) throw new Error(`${program} has no fuses`)
  const names = [
    'runAsNode',
    'cookieEncryption',
    'nodeOptions',
    'nodeCliInspect',
    'asarIntegrity',
    'onlyLoadAppFromAsar',
    'browserSnapshot',
    'fileProtocolPrivileges',
  ]
  const states = binary.subarray(at + fuseMark.length + 2)
  return Object.fromEntries(names.map((name, index) => [name, states[index] === '1'.charCodeAt(0)]))
}
