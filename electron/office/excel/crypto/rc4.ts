/** The stream cipher of .xls files. Node's own is gone from most of its builds; here it need not be safe. */
export function rc4(key: Buffer): (bytes: Buffer) => Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number): number => state[index & 0xff] ?? 0
  function swap(a: number, b: number): void {
    const kept = at(a)
    state[a] = at(b)
    state[b] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 0xff
    swap(i, j)
  }
  let x = 0
  let y = 0
  return (bytes) => {
    const result = Buffer.alloc(bytes.length)
    for (let n = 0; n < bytes.length; n += 1) {
      x = (x + 1) & 0xff
      y = (y + at(x)) & 0xff
      swap(x, y)
      result[n] = (bytes[n] ?? 0) ^ at(at(x) + at(y))
    }
    return result
  }
}
