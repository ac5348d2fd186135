import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { palettePng } from './palettePng.mjs'

type Chunk = { type: string; body: Buffer; crc: number }

function chunks(png: Buffer): Chunk[] {
  const found: Chunk[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const named = png.subarray(at + 4, at + 8 + length)
    found.push({ type: named.toString('latin1', 0, 4), body: named.subarray(4), crc: png.readUInt32BE(at + 8 + length) })
    expect(found.at(-1)?.crc).toBe(crc32(named))
    at += length + 12
  }
  return found
}

/** An RGB picture; every line is told as differences to its left neighbour (filter 1). */
function rgbPng(width: number, lines: number[][]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(lines.length, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = lines.map((line) => Buffer.from([1, ...line.map((value, i) => (value - (line[i - 3] ?? 0)) & 0xff)]))
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
    const length = Buffer.alloc(4)
    const crc = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    crc.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, crc])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The picture back as RGB lines. */
function painted(png: Buffer, width: number): number[][] {
  const body = (type: string): Buffer => chunks(png).find((chunk) => chunk.type === type)?.body ?? Buffer.alloc(0)
  const palette = body('PLTE')
  const bytes = inflateSync(body('IDAT'))
  const lines: number[][] = []
  for (let at = 0; at < bytes.length; at += width + 1) {
    lines.push([...bytes.subarray(at + 1, at + 1 + width)].flatMap((index) => [...palette.subarray(index * 3, index * 3 + 3)]))
  }
  return lines
}

it('keeps a picture of few colours exactly', () => {
  const lines = [[255, 0, 0, 0, 255, 0, 1, 2, 3], [1, 2, 3, 255, 255, 255, 255, 0, 0]]
  expect(painted(palettePng(rgbPng(3, lines)), 3)).toEqual(lines)
})

it('finds a near colour for each of too many', () => {
  const line = Array.from({ length: 1024 }, (_, i) => [i >> 2, i >> 2, i & 0xff]).flat()
  const [copy = []] = painted(palettePng(rgbPng(1024, [line])), 1024)
  expect(new Set(Array.from({ length: 1024 }, (_, i) => copy.slice(i * 3, i * 3 + 3).join()))).toHaveProperty('size', 256)
  expect(Math.max(...line.map((value, i) => Math.abs(value - (copy[i] ?? 0))))).toBeLessThan(24)
})
