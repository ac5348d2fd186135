import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestOffice, type TestOffice } from './testing/createTestOffice'
import { wellFormed } from './wellFormed'

it('replaces halves of characters, and nothing else', () => {
  const bytes = new Uint8Array([0xd8])
  expect(wellFormed({ 'a\ud800': ['😀\udfff', 1, null, { b: '𬭎㛃' }], bytes, '😀': 'é' })).toEqual({ 'a\ufffd': ['😀\ufffd', 1, null, { b: '𬭎㛃' }], bytes, '😀': 'é' })
  expect((wellFormed({ bytes }) as { bytes: unknown }).bytes).toBe(bytes)
  expect(Object.keys(wellFormed(JSON.parse('{"__proto__":1}')) as object)).toEqual(['__proto__'])
})

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
})
afterEach(() => office.close())

it('a unit whose name ends in half a character is found again under it', async () => {
  const setup = { regionName: '某区', officeName: '某办', units: [{ name: '甲街道\ud83d', kind: '街道' as const, sortNo: 1 }] }
  expect(await office.call('office.setup', setup)).toEqual({ added: 1, changed: 0 })
  expect(await office.call('office.setup', setup)).toEqual({ added: 0, changed: 0 })
})
