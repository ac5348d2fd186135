import { deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const most = 256

/**
 * The same picture with one byte a pixel: exact where it has at most 256 colours, else with the nearest of 256. A page
 * of plain areas and text shrinks to about a third.
 * @param {Buffer} png 8-bit RGB without interlace, as Chromium takes screenshots
 * @returns {Buffer}
 */
export function palettePng(png) {
  const { width, height, rgb } = readRgb(png)
  const indexOf = new Map()
  const palette = reduced(countColours(rgb))
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = rgb.readUIntBE((y * width + x) * 3, 3)
      let index = indexOf.get(colour)
      if (index === undefined) indexOf.set(colour, (index = nearest(palette, colour)))
      rows[y * (width + 1) + 1 + x] = index
    }
  }
  const head = Buffer.from(chunkOf(png, 'IHDR')[0] ?? Buffer.alloc(13))
  head[9] = 3
  const colours = Buffer.alloc(palette.length * 3)
  palette.forEach((colour, i) => colours.writeUIntBE(colour, i * 3, 3))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @param {Buffer} png */
function readRgb(png) {
  const head = chunkOf(png, 'IHDR')[0]
  if (!head || head[8] !== 8 || head[9] !== 2 || head[12] !== 0) throw new Error('not an 8-bit RGB picture')
  const width = head.readUInt32BE(0)
  const height = head.readUInt32BE(4)
  const bytes = inflateSync(Buffer.concat(chunkOf(png, 'IDAT')))
  const line = width * 3
  const rgb = Buffer.alloc(height * line)
  for (let y = 0; y < height; y++) {
    const filter = bytes[y * (line + 1)]
    for (let i = 0; i < line; i++) {
      const left = i < 3 ? 0 : (rgb[y * line + i - 3] ?? 0)
      const up = y === 0 ? 0 : (rgb[(y - 1) * line + i] ?? 0)
      const corner = y === 0 || i < 3 ? 0 : (rgb[(y - 1) * line + i - 3] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      rgb[y * line + i] = (bytes[y * (line + 1) + 1 + i] ?? 0) + guess
    }
  }
  return { width, height, rgb }
}

/** The neighbour nearest to left + up − corner (PNG specification, 9.4). @param {number} a @param {number} b @param {number} c */
function paeth(a, b, c) {
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c
}

/** @param {Buffer} rgb @returns {Map<number, number>} colour → pixels */
function countColours(rgb) {
  const counts = new Map()
  for (let i = 0; i < rgb.length; i += 3) {
    const colour = rgb.readUIntBE(i, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}

/**
 * Median cut: the box of colours with the widest spread, weighed by its pixels, is halved until there are enough. Each
 * box is painted in its most frequent colour, so that plain areas keep theirs.
 * @param {Map<number, number>} counts
 */
function reduced(counts) {
  const boxes = [[...counts]]
  while (boxes.length < most) {
    const widest = boxes.map(spread).reduce((best, box, i, all) => (box.weight > (all[best]?.weight ?? 0) ? i : best), 0)
    const { axis, weight } = spread(boxes[widest] ?? [])
    if (weight === 0) break
    const sorted = (boxes[widest] ?? []).sort(([a], [b]) => part(a, axis) - part(b, axis))
    boxes.splice(widest, 1, sorted.slice(0, sorted.length >> 1), sorted.slice(sorted.length >> 1))
  }
  return boxes.map((box) => box.reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0])
}

/** @param {[number, number][]} box colours with their pixels */
function spread(box) {
  const pixels = box.reduce((sum, [, count]) => sum + count, 0)
  const widths = [0, 1, 2].map((axis) => {
    const parts = box.map(([colour]) => part(colour, axis))
    return box.length < 2 ? 0 : Math.max(...parts) - Math.min(...parts)
  })
  const width = Math.max(...widths)
  return { axis: widths.indexOf(width), weight: width * Math.sqrt(pixels) }
}

/** @param {number} colour @param {number} axis 0 red, 1 green, 2 blue */
function part(colour, axis) {
  return (colour >> (16 - axis * 8)) & 0xff
}

/** @param {number[]} palette @param {number} colour */
function nearest(palette, colour) {
  let best = 0
  let least = Infinity
  for (const [index, candidate] of palette.entries()) {
    const far = [0, 1, 2].reduce((sum, axis) => sum + (part(candidate, axis) - part(colour, axis)) ** 2, 0)
    if (far < least) [best, least] = [index, far]
  }
  return best
}

/** The bodies of all chunks of a type. @param {Buffer} png @param {string} type */
function chunkOf(png, type) {
  const found = []
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === type) found.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return found
}

/** @param {string} type @param {Buffer} body */
function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** zlib has its own since Node 20.15 only. @param {Buffer} bytes */
function crc32(bytes) {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
