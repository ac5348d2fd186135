import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import type { FieldValue } from '../../../../shared/record/field'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { KnownUnit } from '../unitIndex'

/** A living record as the ledger has it. A negative id is a record the same import adds. */
export interface KnownRecord {
  id: number
  version: number
  values: Readonly<Record<string, FieldValue>>
}

/** What tables of the forms F03 to F12 are planned against. */
export interface KnownRecords {
  today: string
  settings: OfficeSettings
  units: readonly KnownUnit[]
  /** Of the kinds the forms speak of; of an enterprise only what they may name or change. */
  records: Readonly<Partial<Record<RecordKind, readonly KnownRecord[]>>>
  /** Points an assessment computes, by `orgId:itemId`. */
  computed: ReadonlyMap<string, number>
  /** 党组织类型 and 行业类别 of an organisation as it or its enterprises say. */
  classes: ReadonlyMap<number, { orgSector: string | null; localIndustry: string | null }>
}
