import { z } from 'zod'

/** The standard forms of docs/domain.md, section 12, as resources/forms.json holds them. */
export const formIds = [
  'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09', 'F10', 'F11', 'F11S', 'F12', 'F13',
] as const
export type FormId = (typeof formIds)[number]

export const columnTypes = ['text', 'int', 'decimal', 'money', 'date', 'enum', '是/否', 'tick'] as const
export type ColumnType = (typeof columnTypes)[number]

export const formColumn = z.object({
  /** Letters of the column: A, BF. */
  col: z.string(),
  /** Header of the merged block above, or '' where the header itself spans both header rows. */
  group: z.string(),
  header: z.string(),
  field: z.string(),
  type: z.enum(columnTypes),
  /** In characters. */
  width: z.number().positive(),
  /** Required on import. */
  required: z.boolean(),
  /** Value domain or rule in words. */
  rule: z.string(),
})
export type FormColumn = z.infer<typeof formColumn>

export const standardForm = z.object({
  id: z.enum(formIds),
  /** May hold {地区} or {年度}. */
  title: z.string(),
  /** Right end of row 2: 单位:家、人、万元. */
  unit: z.string(),
  /** Paper, in words. */
  page: z.string(),
  /** Last row, in words. */
  total: z.string(),
  headerRows: z.union([z.literal(1), z.literal(2)]),
  columns: z.array(formColumn),
})
export type StandardForm = z.infer<typeof standardForm>
