/** The standard forms of docs/domain.md, section 12, in their order. */
export const formIds = [
  'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09', 'F10', 'F11', 'F11S', 'F12', 'F13',
] as const
export type FormId = (typeof formIds)[number]
