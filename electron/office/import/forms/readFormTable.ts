import { headerKeys } from '../../text/wordKey'
import type { FieldKind } from '../importField'
import { readTable, type RowShape, type TableInput, type TableRows } from '../readTable'
import { formFields, type ReadForm } from './formFields'
import type { FormValues } from './formSheetRow'

interface FormReading {
  /** Columns that name what a row is about: the first that the table has. */
  names: readonly string[]
  nameRepeats?: boolean
  fillDown?: { key: string; fields: readonly string[] }
  /** Without one of them a row says nothing that could be taken. */
  needs: readonly string[]
}

const person = ['liaisonName', 'liaisonKind', 'liaisonFullTime', 'liaisonEmployer', 'liaisonPost', 'liaisonHomeOrg', 'liaisonPhone', 'liaisonLevel']

/** How the rows of each form hang together. */
const readings: Record<ReadForm, FormReading> = {
  F03: { names: ['partyOrgName'], needs: ['partyOrgName'] },
  F04: { names: ['enterpriseName', 'liaisonName'], fillDown: { key: 'liaisonName', fields: person }, needs: ['liaisonName'] },
  F05: { names: ['enterpriseName'], nameRepeats: true, needs: ['visitedOn', 'liaisonName', 'enterpriseName'] },
  F06: { names: ['enterpriseName'], needs: ['enterpriseName'] },
  F07: { names: ['partyOrgName'], needs: ['partyOrgName'] },
  F08: { names: ['enterpriseName', 'partyOrgName'], nameRepeats: true, needs: ['enterpriseName'] },
  F09: { names: ['enterpriseName'], needs: ['enterpriseName'] },
  F10: { names: ['payeeName'], nameRepeats: true, needs: ['occurredOn', 'payeeName'] },
  F11: { names: ['itemText'], fillDown: { key: 'itemGroup', fields: ['itemGroup'] }, needs: ['itemText'] },
  F11S: { names: ['partyOrgName'], needs: ['partyOrgName'] },
  F12: { names: ['partyOrgName'], needs: ['partyOrgName'] },
}

/** Figures are added up; ticks, 是 and items 已落实 are counted. */
function isSummed(kind: FieldKind): boolean {
  return ['count', 'money', 'decimal', 'flag'].includes(kind.type) || (kind.type === 'word' && kind.domain === 'delivery')
}

/** Reads the rows of a table that is one of the standard forms F03 to F12. */
export function readFormTable(form: ReadForm, input: TableInput<string>): TableRows<string, FormValues> {
  const { names, nameRepeats = false, fillDown, needs } = readings[form]
  const fields = formFields(form)
  const mapped = new Set(input.map.columns.map(({ field }) => field))
  const asked = needs.map((field) => (mapped.has(field) ? field : (names.find((name) => mapped.has(name)) ?? field)))
  const shape: RowShape<string, FormValues> = {
    fields,
    nameField: names.find((name) => mapped.has(name)) ?? names[0] ?? '',
    nameRepeats,
    moneyUnit: moneyUnitOf(input.table.above),
    unit: 'stated',
    isSummed,
    ...(fillDown ? { fillDown } : {}),
    finish(row, _name, section, block) {
      const values = row.values as FormValues
      for (const field of row.months) values[field] = String(values[field]).slice(0, 7)
      if (form === 'F11S' && section.sector !== undefined) values['orgSector'] ??= section.sector
      for (const field of asked) {
        if (values[field] === undefined) block(field, 'V-01', `“${fields.labelOf(field)}”为空，本行未导入`)
      }
    },
  }
  return readTable(input, shape)
}

/** 单位:万元 above a table of amounts. */
function moneyUnitOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const key = headerKeys(line)[0] ?? ''
    const [, unit] = /^(?:金额)?单位:.*?(万元|千元|百万元|元)/.exec(key) ?? []
    if (unit !== undefined) return unit
  }
  return null
}
