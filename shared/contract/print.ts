import { z } from 'zod'
import { mostDocuments } from '../domain/printLimit'
import { bytes, read, write } from './define'
import { deliveryCalls } from './delivery'
import { enterpriseCalls } from './enterprise'
import { figureCalls } from './figure'
import { formQuestion } from './form'
import { goalCalls } from './goal'
import { recordCalls } from './record'
import { returnsCalls } from './returns'
import { tableQuestion } from './statistics'

const count = z.number().int()

/** Records in the order they are printed. */
const chosen = z.object({ ids: z.array(count.positive()).min(1).max(mostDocuments) })

/** What can be printed: the questions of the exports, so that paper and workbook say the same. */
export const printedThing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('form'), question: formQuestion }),
  z.object({ kind: z.literal('table'), question: tableQuestion }),
  z.object({ kind: z.literal('s15'), question: returnsCalls['statistics.exportS15'].input }),
  z.object({ kind: z.literal('ledger'), question: enterpriseCalls['enterprise.sheetExport'].input }),
  z.object({ kind: z.literal('records'), question: recordCalls['record.export'].input }),
  z.object({ kind: z.literal('deliveries'), question: deliveryCalls['delivery.export'].input }),
  z.object({ kind: z.literal('goals'), question: goalCalls['goal.export'].input }),
  z.object({ kind: z.literal('figures'), question: figureCalls['figure.export'].input }),
  /** 一企一档: a card for each enterprise, on pages of its own. */
  z.object({ kind: z.literal('enterpriseCards'), question: chosen }),
  /** A card for each visit (F05), on a page of its own. */
  z.object({ kind: z.literal('visitCards'), question: chosen }),
  /** 换届提示函 to each organisation that is to be reminded of something today; `invalid` (no-letter) when none is. */
  z.object({ kind: z.literal('electionLetters'), question: chosen }),
  /** 通报: S15 in words, with the table. */
  z.object({ kind: z.literal('circular'), question: returnsCalls['statistics.exportS15'].input }),
])
export type PrintedThing = z.input<typeof printedThing>

export const paperLayout = z.object({ paper: z.enum(['A3', 'A4']), landscape: z.boolean() })
export type PaperLayout = z.infer<typeof paperLayout>

/** Without `layout` on the paper it is made for. */
const question = z.object({
  what: printedThing,
  layout: paperLayout.optional(),
  /** Telephones as 138****0000; the setting 导出时隐藏电话 where it is left out. */
  hidePhones: z.boolean().optional(),
})

const described = {
  /** Names one document until the next fifty: what `print.done` speaks of. */
  job: z.string(),
  title: z.string(),
  /** With its ending. */
  fileName: z.string(),
}

export const printPlan = z.object({
  title: z.string(),
  /** Records it lists. */
  rows: count,
  /** About; exact once it is made. */
  pages: count,
  layout: paperLayout,
  /** Paper it can be read on, and the size of its text there in points. */
  layouts: z.array(paperLayout.extend({ textSize: z.number() })),
  /** Something can make a PDF here. */
  pdf: z.boolean(),
})
export type PrintPlan = z.infer<typeof printPlan>

export const printedPdf = z.object({
  ...described,
  bytes,
  pages: count,
  /** The official typeface is missing on this computer: the open one that comes with the program stands in for it. */
  standIn: z.boolean(),
})
export type PrintedPdf = z.infer<typeof printedPdf>

/**
 * Every call fails as the export it prints: `not-found`, `invalid` (broken-table) …; and with `too-large` (print-rows)
 * beyond 20,000 rows.
 */
export const printCalls = {
  /** What printing would take, without doing it. */
  'print.plan': read(question, printPlan),
  /**
   * The document as a PDF with its typefaces inside. Fails with `invalid`: no-chromium where nothing can make one,
   * pdf-slow, pdf-failed; with `cancelled` when the task print.pdf is stopped.
   */
  'print.pdf': read(question, printedPdf),
  /** The document as HTML that holds all it needs, for a door whose browser prints it. */
  'print.html': read(question, z.object({ ...described, html: z.string() })),
  /** Writes into the log that a document of this session was printed or saved; `not-found` for one that is not known (any more). */
  'print.done': write(
    z.object({ job: z.string().max(40), means: z.enum(['打印', '存为PDF']), operator: z.string().trim().max(20).default('') }),
    z.object({}),
  ),
}
