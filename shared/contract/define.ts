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
}

export function read<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallDefinition<'read', I, O> {
  return { kind: 'read', input, output }
}

export function write<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallDefinition<'write', I, O> {
  return { kind: 'write', input, output }
}

/** YYYY-MM-DD, a day that figures can be asked of: terms and looks are reckoned some years from it. */
export const day = z.iso.date().refine((date) => date >= '1900-01-01' && date <= '2099-12-31')

/** Bytes of a file; every transport carries them as they are. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
