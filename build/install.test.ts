import { describe, expect, it } from 'vitest'
import { installFailure, isInStep, nativeMissing } from './install.mjs'

describe('isInStep', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/vue': { version: '3.5.45' },
      'node_modules/fsevents': { version: '2.3.3', optional: true },
    },
  }

  it('accepts what npm recorded, without optional packages for other systems, and with leftovers', () => {
    const vue = { 'node_modules/vue': { version: '3.5.45' } }
    expect(isInStep(wanted, { packages: vue })).toBe(true)
    expect(isInStep(wanted, { packages: { ...vue, 'node_modules/more': { version: '1.0.0' } } })).toBe(true)
  })

  it('refuses a missing package, another version, and a folder without a record', () => {
    expect(isInStep(wanted, { packages: {} })).toBe(false)
    expect(isInStep(wanted, { packages: { 'node_modules/vue': { version: '3.5.44' } } })).toBe(false)
    expect(isInStep(wanted, {})).toBe(false)
    const optional = { 'node_modules/vue': { version: '3.5.45' }, 'node_modules/fsevents': { version: '2.3.2' } }
    expect(isInStep(wanted, { packages: optional })).toBe(false)
  })
})

describe('nativeMissing', () => {
  const native = { version: '1.0.0', optional: true }
  const wanted = {
    packages: {
      'node_modules/binding-linux': { ...native, os: ['linux'], cpu: ['x64'] },
      'node_modules/binding-win': { ...native, os: ['win32'], cpu: ['x64'] },
      'node_modules/plain': { ...native },
    },
  }
  const here = { platform: 'win32', arch: 'x64' }

  it('names what is made for this system and not there', () => {
    expect(nativeMissing(wanted, {}, here)).toEqual(['node_modules/binding-win'])
    expect(nativeMissing(wanted, { packages: { 'node_modules/binding-win': native } }, here)).toEqual([])
    expect(nativeMissing(wanted, {}, { platform: 'win32', arch: 'arm64' })).toEqual([])
  })
})

describe('installFailure', () => {
  it.each([
    [127, '', /找不到 npm/],
    [1, 'npm error code ENOTFOUND', /连不上软件包仓库/],
    [1, 'npm error network request to somewhere failed, reason: connect ETIMEDOUT', /连不上软件包仓库/],
    [1, 'npm error code ENOSPC', /磁盘空间不足/],
    [1, 'npm error code EPERM', /不可写/],
    [1, 'npm error code EINTEGRITY', /与记录不符/],
    [1, 'npm error code EUSAGE', /package-lock\.json/],
    [9, 'npm error something else', /退出码 9/],
  ])('says what to do about code %i with "%s"', (code, log, words) => {
    const sentence = installFailure(code, log)
    expect(sentence).toMatch(words)
    expect(sentence).not.toMatch(/\n| at /)
  })
})
