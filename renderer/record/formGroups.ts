import type { RecordDefinition } from '../../shared/record/field'

export interface FieldGroup {
  title: string
  fields: readonly string[]
}

/** The fields of a form under their headings; every field that is not hidden stands somewhere. */
export function formGroups(
  { fields }: RecordDefinition,
  groups: readonly FieldGroup[] | undefined,
  hide: readonly string[],
  restTitle: string,
): FieldGroup[] {
  const isShown = (name: string): boolean => name in fields && !hide.includes(name)
  if (!groups) return [{ title: '', fields: Object.keys(fields).filter(isShown) }]
  const grouped = new Set(groups.flatMap((group) => group.fields))
  const rest = Object.keys(fields).filter((name) => isShown(name) && !grouped.has(name))
  return [
    ...groups.map((group) => ({ title: group.title, fields: group.fields.filter(isShown) })),
    { title: restTitle, fields: rest },
  ].filter((group) => group.fields.length > 0)
}
