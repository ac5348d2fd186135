import type { ValueTransformer } from 'typeorm'

/** Drivers may answer a bigint column as text (PostgreSQL does); amounts in 分 fit a safe integer. */
export const wholeNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: number | string | null) => (value === null ? null : Number(value)),
}
