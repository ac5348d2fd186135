import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fitBounds, readWindowState, writeWindowState } from './windowState'

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-state-'))
  file = join(folder, 'window.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const firstStart = { bounds: undefined, maximised: false, zoom: 1 }

describe('window state', () => {
  it('comes back as it was left, and leaves one file', () => {
    const state = { bounds: { x: 10, y: 20, width: 1200, height: 700 }, maximised: true, zoom: 1.25 }
    writeWindowState(file, { ...state, maximised: false })
    writeWindowState(file, state)
    expect(readWindowState(file)).toEqual(state)
    expect(readdirSync(folder)).toEqual(['window.json'])
  })

  it('is a first start without a file', () => {
    expect(readWindowState(file)).toEqual(firstStart)
  })

  it.each(['', '{', 'null', '[]', '7', '{"bounds":{"x":"0"},"maximised":"yes","zoom":9}'])(
    'is a first start when the file reads %s',
    (text) => {
      writeFileSync(file, text)
      expect(readWindowState(file)).toEqual(firstStart)
    },
  )

  it('forgets bounds too small to work in', () => {
    writeFileSync(file, JSON.stringify({ bounds: { x: 0, y: 0, width: 20, height: 10 } }))
    expect(readWindowState(file).bounds).toBeUndefined()
  })
})

describe('fitBounds', () => {
  const large = { x: 0, y: 0, width: 1920, height: 1040 }
  const small = { x: 0, y: 0, width: 1093, height: 582 }

  it('places the first window in the middle', () => {
    expect(fitBounds(undefined, large)).toEqual({ x: 280, y: 90, width: 1360, height: 860 })
  })

  it('keeps bounds that fit', () => {
    const saved = { x: 100, y: 50, width: 1200, height: 800 }
    expect(fitBounds(saved, large)).toEqual(saved)
  })

  it('shrinks to a smaller screen and comes back onto it', () => {
    expect(fitBounds({ x: 1500, y: 900, width: 1360, height: 860 }, small)).toEqual(small)
    expect(fitBounds({ x: -3000, y: -50, width: 1000, height: 560 }, small)).toEqual({
      x: 0,
      y: 0,
      width: 1000,
      height: 560,
    })
  })

  it('respects a screen that begins elsewhere', () => {
    const second = { x: 1920, y: 200, width: 1366, height: 728 }
    expect(fitBounds({ x: 0, y: 0, width: 1200, height: 700 }, second)).toEqual({
      x: 1920,
      y: 200,
      width: 1200,
      height: 700,
    })
  })
})
