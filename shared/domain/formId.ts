/** The standard forms of docs/domain.md, section 12, in their order. */
export const formIds = [
  'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09', 'F10', 'F11', 'F11S', 'F12', 'F13',
] as const
export type FormId = (typeof formIds)[number]

/** Those that go out to the units to be filled in: F13 is only ever written, and F11 is one organisation's. */
export const templateFormIds = [
  'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09', 'F10', 'F11S', 'F12',
] as const satisfies readonly FormId[]
export type TemplateFormId = (typeof templateFormIds)[number]

export function isTemplateFormId(id: string): id is TemplateFormId {
  return templateFormIds.some((known) => known === id)
}
