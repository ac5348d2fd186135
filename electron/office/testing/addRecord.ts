import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { TestOffice } from './createTestOffice'

/** Adds one record and answers its id. */
export async function addRecord(office: TestOffice, kind: RecordKind, values: Record<string, FieldValue>): Promise<number> {
  const { saved } = await office.call('record.save', { changes: [{ kind, id: -1, values }] })
  return saved[0]?.id ?? 0
}
