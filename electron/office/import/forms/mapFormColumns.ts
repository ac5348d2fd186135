import { headerKeys } from '../../text/wordKey'
import { claimColumns, personalColumn, type ColumnMap, type ColumnSamples, type MappedColumn } from '../claimColumns'
import type { TableColumn } from '../findTable'
import { mostly } from '../mostly'
import { isWordOf } from '../wordTable'
import { formFields, type ReadForm } from './formFields'
import { formFieldsOfHeader } from './formHeaders'
import { headerRules, type ColumnValues } from './headerRules'
import type { ReadingWords } from '../readingWords'

/** Maps the columns of a table as those of one standard form (docs/domain.md 11.3), or says why not. `own`: the district's words. */
export function mapFormColumns(
  form: ReadForm,
  table: readonly TableColumn[],
  samples: ColumnSamples,
  isUnit: (text: string) => boolean,
  own: ReadingWords,
): ColumnMap<string> {
  const { fields, kindOf } = formFields(form)
  const { groups = [], byValues = [], patterns = [], phones = {} } = headerRules[form]
  return claimColumns<string>(table, samples, {
    map(column, header, position) {
      const leaf = column.path.at(-1) ?? ''
      const ticked = tickLeaf(column)
      if (ticked !== null) return { index: column.index, header, field: ticked, tickedWord: leaf }
      const person = nameAndPhone(leaf)
      const field = person ?? resolve(column, position)
      if (field === null || !fields.includes(field)) return null
      const phoneField = phones[field]
      return { index: column.index, header, field, tickedWord: null, ...(phoneField === undefined ? {} : { phoneField }) }
    },
    saysBetter: (column, rival, leaf) => isListed(leaf, column) && !isListed(rival.header.split('/').at(-1) ?? '', rival),
    whyNot: personalColumn,
  })

  function isListed(leaf: string, { field }: MappedColumn<string>): boolean {
    return formFieldsOfHeader(form, leaf).includes(field)
  }

  /** √ matrix: the leaf is a word of the field its group names, e.g. 走访方式/电话. */
  function tickLeaf({ path }: TableColumn): string | null {
    const [leaf, group] = [path.at(-1) ?? '', path.at(-2)]
    if (group === undefined) return null
    return formFieldsOfHeader(form, group).find((field) => isWordOf(kindOf(field), leaf, own)) ?? null
  }

  function nameAndPhone(leaf: string): string | null {
    const [, person] = /^(.+?)[及、和与/]+(?:其)?(?:联系)?(?:电话|方式|手机)(?:号码|号)?$/.exec(headerKeys(leaf).at(-1) ?? '') ?? []
    const [field] = person === undefined ? [] : formFieldsOfHeader(form, person)
    return field !== undefined && phones[field] !== undefined ? field : null
  }

  function resolve(column: TableColumn, position: number): string | null {
    const leaf = column.path.at(-1) ?? ''
    const above = column.path.slice(0, -1).join('')
    const whole = above === '' ? [] : formFieldsOfHeader(form, above + leaf)
    if (whole.length === 1 && whole[0] !== undefined) return whole[0]
    const leafKeys = headerKeys(leaf)
    const groupKeys = above === '' ? leafKeys : headerKeys(above)
    const grouped = groups.find(([group, of]) => groupKeys.some((key) => group.test(key)) && leafKeys.some((key) => of.test(key)))
    if (grouped) return grouped[2]
    const values = valuesOf(column, position)
    for (const [of, choose] of byValues) {
      const chosen = leafKeys.some((key) => of.test(key)) ? choose(values) : null
      if (chosen !== null) return chosen
    }
    const listed = formFieldsOfHeader(form, leaf)
    if (listed.length > 0) return listed[0] ?? null
    return patterns.find(([is]) => leafKeys.some((key) => is.test(key)))?.[1] ?? null
  }

  function valuesOf({ index }: TableColumn, position: number): ColumnValues {
    return {
      mostly: (test) => mostly(samples(index), test),
      isUnit,
      saidElsewhere: (field) => table.some(({ path }, i) => i !== position && formFieldsOfHeader(form, path.at(-1) ?? '')[0] === field),
    }
  }
}
