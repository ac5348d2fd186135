import { z } from 'zod'

/** Everything that can go wrong for a reason a person can act on. `unexpected` is a bug, logged under `reference`. */
export const failureCode = z.enum([
  'invalid',
  'not-found',
  'conflict',
  'in-use',
  'unreadable-file',
  'too-large',
  'locked',
  'read-only',
  'disk-full',
  'newer-database',
  'damaged-database',
  'password-needed',
  'wrong-password',
  'cancelled',
  'unexpected',
])
export type FailureCode = z.infer<typeof failureCode>

/**
 * One reason inside an `invalid` failure: the path of the input field, a code of the check that refused it, and for a
 * rule of a record its sentence, to stand beside the field.
 */
export const issue = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.string(),
  message: z.string().optional(),
})
export type Issue = z.infer<typeof issue>

export const failure = z.object({
  code: failureCode,
  /** Facts the sentence needs: file name, reason word, version, path as typed by the user. Never a stack. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  issues: z.array(issue).optional(),
  /** Only for `unexpected`: the key under which the log holds the stack. */
  reference: z.string().optional(),
})
export type Failure = z.infer<typeof failure>

/** A reply is a value on every transport; nothing is thrown across a door. */
export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure }
