import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { OperatingStatus } from '../../../shared/domain/valueDomain'
import { root } from '../../../build/paths.mjs'

interface Expected {
  setup: { regionName: string; officeName: string; units: { name: string; sortNo: number }[] }
  enterprises: {
    unitName: string
    enterpriseName: string
    creditCode: string | null
    operatingStatus: OperatingStatus
  }[]
}

const folder = join(root, 'resources', 'sample-district')

export const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))

/** The 12 workbooks the units of the sample district sent in. */
export const sampleFiles = readdirSync(folder)
  .filter((name) => name !== 'expected.json')
  .map((name) => join(folder, name))

export function sampleFile(name: string): string {
  return join(folder, name)
}
