import { z } from 'zod'

/**
 * One call of the contract. `kind` says whether it may change the data folder:
 * a `write` is serialised by the gate and announced as `office.changed`.
 */
export interface CallDefinition<
  Kind extends 'read' | 'write' = 'read' | 'write',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind
  readonly input: Input
  readonly output: Output
  /** It hands out a file: `handsOut`. */
  readonly handsOut?: true
}

export function read<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallDefinition<'read', I, O> {
  return { kind: 'read', input, output }
}

export function write<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallDefinition<'write', I, O> {
  return { kind: 'write', input, output }
}

/** What every call that hands out a file is asked besides. */
const handedOut = {
  /** Who asks for it; the name last typed on this data folder where it is left out. */
  operator: z.string().trim().max(20).optional(),
  /** Telephones as 138****0000; the setting 导出时隐藏电话 where it is left out. */
  hidePhones: z.boolean().optional(),
}

/**
 * A call that hands out a file, and is logged as 导出 for it (office/services/audit): what, of which records, for whom.
 * A test refuses a call that answers bytes without it.
 */
export function handsOut<K extends 'read' | 'write', S extends z.ZodRawShape, O extends z.ZodType>(call: CallDefinition<K, z.ZodObject<S>, O>) {
  return { kind: call.kind, input: call.input.extend(handedOut), output: call.output, handsOut: true as const }
}

/** YYYY-MM-DD, a day that figures can be asked of: terms and looks are reckoned some years from it. */
export const day = z.iso.date().refine((date) => date >= '1900-01-01' && date <= '2099-12-31')

/** Bytes of a file; every transport carries them as they are. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
