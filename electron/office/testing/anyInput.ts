import fc from 'fast-check'
import { z } from 'zod'
import { mutated } from './mutated'

/** What strings, numbers and keys under a property name may be so that they mean something to the ledger at hand. */
export type KnownValues = Readonly<Record<string, readonly (string | number)[]>>

/** Text people type, paste or attack with. */
const texts = [
  '', ' ', '\u3000', '甲', '甲公司', "'; DROP TABLE unit;--", '" OR 1=1', '%_\\', 'a\0b', '\ud800', '\udfff甲', '\u202e甲\u200f', '\ufeff', '😀👨‍👩‍👧', 'e\u0301',
  '𬭎㛃', '\r\n\t', '=1+1', '+1', '-1', '@SUM(A1)', "=cmd|'/c calc'!A1", '<script>alert(1)</script>', '../../etc/passwd', 'C:\\con', 'toString', '__proto__',
  'constructor', 'null', 'NaN', '1e999', '2026-02-30', '2026-06-30', '2026年第2季度', '2026年第5季度', '91350100M000100Y43', '13800138000', '汉'.repeat(300),
] as const
const days = ['2026-06-30', '2026-07-01', '1900-01-01', '2099-12-31', '0001-01-01', '9999-12-31', '2024-02-29'] as const
const counts = [0, -0, 1, 2, 3, -1, 5, 99, 2026, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1)] as const
const fractions = [0.1, -0.5, 1e308, 5e-324, -1e308] as const
const files = [new Uint8Array(), new Uint8Array([0]), Buffer.from('PK\x03\x04'), Buffer.from('序号,企业名称\n1,=1+1\n'), Buffer.from('\xd0\xcf\x11\xe0', 'latin1')] as const

/** JSON Schema of an input as a caller may write it, where bytes are marked. */
type Shape = z.core.JSONSchema.BaseSchema
const bytesFormat = 'bytes'

/** Inputs of a call: half of them of its shape with hostile leaves, the others changed at one place or several. */
export function anyInput(schema: z.ZodType, known: KnownValues): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom') jsonSchema.format = bytesFormat
    },
  })
  const fitting = ofShape(shape, '', known)
  return fc.oneof({ weight: 5, arbitrary: fitting }, { weight: 4, arbitrary: mutated(fitting) }, { weight: 1, arbitrary: mutated(fc.constant({})) })
}

function ofShape(shape: Shape | boolean, name: string, known: KnownValues): fc.Arbitrary<unknown> {
  if (typeof shape === 'boolean') return fc.anything()
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.const !== undefined) return fc.constant(shape.const)
  const options = shape.anyOf ?? shape.oneOf
  if (options) return fc.oneof(...options.map((option) => ofShape(option, name, known)))
  if (shape.format === bytesFormat) return fc.constantFrom<Uint8Array>(...files)
  switch (shape.type) {
    case 'string':
      return textOf(shape, known[name] ?? [])
    case 'integer':
    case 'number':
      return numberOf(shape, known[name] ?? [])
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { items, minItems = 0, maxItems = 4 } = shape
      const item = ofShape(Array.isArray(items) ? (items[0] ?? true) : (items ?? true), name, known)
      return fc.array(item, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) })
    }
    case 'object':
      return objectOf(shape, name, known)
    default:
      return fc.anything()
  }
}

function objectOf({ properties, required = [], additionalProperties, propertyNames }: Shape, name: string, known: KnownValues): fc.Arbitrary<unknown> {
  if (properties) {
    const fields = Object.fromEntries(Object.entries(properties).map(([key, shape]) => [key, ofShape(shape, key, known)]))
    return fc.record(fields, { requiredKeys: required })
  }
  const key = propertyNames ? ofShape(propertyNames, name, known) : textOf({}, known[name] ?? [])
  const entry = fc.tuple(key.map(String), ofShape(additionalProperties ?? true, name, known))
  // A record over a closed list has all of its keys.
  if (required.length > 0) return fc.record(Object.fromEntries(required.map((word) => [word, ofShape(additionalProperties ?? true, name, known)])))
  return fc.array(entry, { maxLength: 4 }).map((entries) => Object.fromEntries(entries))
}

function textOf({ format, pattern, minLength = 0, maxLength = 1000 }: Shape, own: readonly (string | number)[]): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom(...days)
  if (pattern !== undefined && own.length === 0) return fc.stringMatching(new RegExp(pattern))
  const pool: fc.Arbitrary<string> = fc.oneof(fc.constantFrom<string>(...texts), fc.string({ unit: 'binary', maxLength: 8 }))
  const strange = pool.map((text) => text.slice(0, maxLength).padEnd(minLength, '甲'))
  return own.length === 0 ? strange : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...own.map(String)) }, { weight: 1, arbitrary: strange })
}

function numberOf({ type, minimum, maximum, exclusiveMinimum }: Shape, own: readonly (string | number)[]): fc.Arbitrary<number> {
  const lowest = minimum ?? (typeof exclusiveMinimum === 'number' ? exclusiveMinimum + (type === 'integer' ? 1 : 0.01) : -Infinity)
  const highest = maximum ?? Infinity
  const fits = (number: number): boolean => number >= lowest && number <= highest
  const numbers = [...counts, ...(type === 'integer' ? [] : fractions), lowest, highest].filter((number) => fits(number) && Number.isFinite(number))
  const ids = own.filter((value): value is number => typeof value === 'number' && fits(value))
  return fc.constantFrom(...numbers, ...ids, ...ids)
}
