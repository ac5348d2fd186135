import aliasList from '../../../../resources/aliases.json'
import { findForm } from '../../forms/standardForms'
import { headerKeys } from '../../text/wordKey'
import { formFields, readForms, type ReadForm } from './formFields'
import { headerRules } from './headerRules'

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
  for (const { group, header, field } of columns) {
    // 落实情况 stands under six groups: alone it says nothing.
    if (columns.filter((column) => column.header === header).length === 1) put(header, field)
    if (group !== '') put(group + header, field)
  }
  // What the rules of the form say of a wording goes before what the list says of it in general.
  for (const [field, wordings] of Object.entries(more)) for (const header of wordings.split(' ')) put(header, field)
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
