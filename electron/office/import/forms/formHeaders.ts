import aliasList from '../../../../resources/aliases.json'
import { findForm } from '../../forms/standardForms'
import { headerKeys } from '../../text/wordKey'
import { formFields, readForms, type ReadForm } from './formFields'
import { headerRules } from './headerRules'

/** Wordings that mean the same in every form. */
const everywhere: Readonly<Record<string, string>> = { enterpriseName: '企业 公司 企业名', unitName: '乡镇 镇 街道 镇街 乡镇街道' }

/** Header key → fields of one form it may mean, most likely first. */
type HeaderIndex = ReadonlyMap<string, readonly string[]>

function build(form: ReadForm): HeaderIndex {
  const { fields } = formFields(form)
  const { aliases = {}, more } = headerRules[form]
  const index = new Map<string, string[]>()
  const put = (header: string, field: string | null | undefined): void => {
    if (field === null || field === undefined || !fields.includes(field)) return
    for (const key of headerKeys(header)) {
      const known = index.get(key)
      if (!known) index.set(key, [field])
      else if (!known.includes(field)) known.push(field)
    }
  }
  const { columns } = findForm(form)
  for (const { group, header, field } of columns) put(group + header, field)
  // What the rules of the form say of a wording goes before what a header says that stands below a group in the form.
  for (const [field, wordings] of Object.entries({ ...everywhere, ...more })) for (const header of wordings.split(' ')) put(header, field)
  for (const { group, header, field } of columns) {
    // 落实情况 stands under six groups, 数量 under five: alone they say nothing.
    const alike = columns.filter((column) => headerKeys(column.header).at(-1) === headerKeys(header).at(-1))
    if (group !== '' && alike.length === 1) put(header, field)
  }
  for (const { field, zh, seen, made } of aliasList) {
    const target = field in aliases ? aliases[field] : field
    for (const header of [zh, ...seen.map(([word]) => word ?? ''), ...made]) put(header, target)
  }
  return index
}

const indexes = new Map(readForms.map((form) => [form, build(form)]))
const columns = readForms.flatMap((form) => findForm(form).columns)
const everyKey = new Set([...indexes.values()].flatMap((index) => [...index.keys()]).concat(columns.flatMap(({ header }) => headerKeys(header))))
const everyGroup = new Set(columns.flatMap(({ group }) => headerKeys(group)))

/** Fields of a form that a header is a known wording of; empty when of none. */
export function formFieldsOfHeader(form: ReadForm, header: string): readonly string[] {
  const index = indexes.get(form)
  for (const key of headerKeys(header)) {
    const fields = index?.get(key)
    if (fields) return fields
  }
  return []
}

/** Whether any of the forms knows a header. */
export function isFormHeader(header: string): boolean {
  return headerKeys(header).some((key) => everyKey.has(key))
}

/** Whether a text heads a group of columns in any of the forms. */
export function isFormGroup(header: string): boolean {
  return headerKeys(header).some((key) => everyGroup.has(key))
}
