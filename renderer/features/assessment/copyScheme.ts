import type { RecordChange, RecordRow } from '../../../shared/contract/record'

/** A scheme for another year with the items of one there is: all of it one save. */
export function copyScheme(
  scheme: Pick<RecordRow, 'values'>,
  items: readonly Pick<RecordRow, 'values'>[],
  named: { year: number; name: string },
): RecordChange[] {
  const { total, yearBy, note } = scheme.values
  return [
    { kind: 'scheme', id: -1, values: { ...named, total: total ?? null, yearBy: yearBy ?? null, note: note ?? null } },
    ...items.map(({ values }, index): RecordChange => ({
      kind: 'schemeItem',
      id: -2 - index,
      values: { ...values, schemeId: -1 },
    })),
  ]
}
