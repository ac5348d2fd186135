import fc from 'fast-check'

/** An object or list inside a value, with one of its keys. */
interface Place {
  holder: Record<string, unknown>
  key: string
}

const deep = (levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { values: value }
  return value
}
/** JSON.parse makes it a property of its own, as a door would. */
const poisoned = (): unknown => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"then":1}') as unknown

/** Made anew each time, for what is answered may be kept. */
const strange: readonly (() => unknown)[] = [
  () => undefined, () => null, () => true, () => NaN, () => Infinity, () => -0, () => 1.5, () => 2 ** 53, () => 10n, () => '', () => '甲', () => '\ud800', () => '汉'.repeat(100_000),
  () => [], () => [[]], () => ({}), () => [null], () => new Date(NaN), () => new Map([['a', 1]]), () => new Uint8Array(3), () => new Array(5), () => Array.from({ length: 30_000 }, (_, i) => i),
  () => deep(2000), poisoned, () => Object.create(null) as unknown, () => ({ length: -1 }), () => ({ $bytes: 0 }),
]
const change = fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'proto', 'wrap', 'repeat')

/** Values of an arbitrary with one to three of their places changed: another type, gone, doubled, with keys they have not. */
export function mutated(fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const mutation = fc.tuple(change, fc.nat(), fc.constantFrom(...strange), fc.constantFrom('extra', 'constructor', 'id', 'deletedAt', '0', ''))
  return fc.tuple(fitting, fc.array(mutation, { minLength: 1, maxLength: 3 })).map(([value, mutations]) => {
    const root: Record<string, unknown> = { value: structuredClone(value) }
    for (const [kind, at, make, name] of mutations) {
      const places = placesIn(root)
      const { holder, key } = places[at % places.length] ?? { holder: root, key: 'value' }
      const old = holder[key]
      if (kind === 'remove' && holder !== root) delete holder[key]
      else if (kind === 'wrap') put(holder, key, [old])
      else if (kind === 'repeat' && Array.isArray(old)) put(holder, key, Array.from({ length: 200 }, () => old).flat())
      else if (kind === 'add' && isHolder(old)) put(old, name, make())
      else if (kind === 'proto' && isHolder(old)) put(old, '__proto__', make())
      else put(holder, key, make())
    }
    return root.value
  })
}

/** As a property of its own, whatever its name. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

function placesIn(holder: Record<string, unknown>): Place[] {
  const places: Place[] = []
  for (let next: Record<string, unknown>[] = [holder]; next.length > 0 && places.length < 500; ) {
    const inside: Record<string, unknown>[] = []
    for (const one of next) {
      for (const key of Object.keys(one).slice(0, 50)) {
        places.push({ holder: one, key })
        const value = one[key]
        if (isHolder(value) && key !== '__proto__') inside.push(value)
      }
    }
    next = inside
  }
  return places
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
}
