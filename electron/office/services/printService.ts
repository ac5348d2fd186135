import { randomBytes } from 'node:crypto'
import type { ParsedInput } from '../../../shared/contract/index'
import { mostPrintedRows } from '../../../shared/domain/printLimit'
import type { Services } from '../dispatch'
import { maskWorkbook } from '../excel/maskWorkbook'
import { OfficeError } from '../officeError'
import { phoneHiding } from '../phoneHiding'
import { maskLetter } from '../print/maskLetter'
import { noteHandedOut, type HandedOut } from './audit/noteHandedOut'
import { documentOf } from './printing/documentOf'
import { layOut } from './printing/layOut'
import { layoutsOf } from './printing/layouts'
import { pdfFacts } from './printing/pdfFacts'
import type { Printable } from './printing/printable'
import { printableOf } from './printing/printables'
import type { ServiceContext } from './serviceContext'
import type { Task } from './taskBoard'

type PrintCalls = 'print.plan' | 'print.pdf' | 'print.html' | 'print.done'
type Question = ParsedInput<'print.plan'>

/** With its telephones hidden or not, as it is laid out. */
type Printed = Printable & { hidesPhones: boolean }

/** Documents that can still be said to be printed. */
const keptJobs = 50
/** Parts of the work, in hundredths: the records, the document, the rest is its layout. */
const [filled, written] = [10, 25]

/** Forms, tables and ledgers on paper: the same descriptions that become workbooks (docs/decisions/0010). */
export function createPrintService(context: ServiceContext): Pick<Services, PrintCalls> {
  const { ports } = context
  const jobs = new Map<string, Omit<HandedOut, 'action' | 'operator'>>()

  function remember({ title, rows, hidesPhones }: Printed, { what }: Question, pages: number | null): string {
    const job = randomBytes(8).toString('hex')
    const name = `${title}${pages === null ? '' : `，共 ${pages} 页`}`
    jobs.set(job, { name, rows, question: what.question, hidesPhones })
    const [oldest] = jobs.keys()
    if (jobs.size > keptJobs && oldest !== undefined) jobs.delete(oldest)
    return job
  }

  async function printable({ what, hidePhones }: Question): Promise<Printed> {
    const hidesPhones = hidePhones ?? (await context.settings()).privacy.hideExported
    const found = await phoneHiding.run(hidesPhones, () => printableOf(context, what))
    if (found.rows > mostPrintedRows) throw new OfficeError('too-large', { reason: 'print-rows', limit: String(mostPrintedRows), count: found.rows })
    const content = hidesPhones && !found.hidesOwnPhones ? maskContent(found.content) : found.content
    return { ...found, content, hidesPhones }
  }

  return {
    async 'print.plan'(question) {
      const found = await printable(question)
      return { title: found.title, rows: found.rows, ...layoutsOf(found, question.layout), pdf: ports.printer.canMakePdf() }
    },

    'print.pdf': (question) =>
      context.tasks.run('print.pdf', 100, async (task) => {
        task.progress(0, 100)
        const found = await printable(question)
        task.progress(filled, 100)
        const html = await documentOf(ports, found, question.layout)
        const bytes = await layOut(ports, html, nearingEnd(task, found.rows))
        const { pages, fonts } = pdfFacts(bytes)
        return {
          job: remember(found, question, pages),
          title: found.title,
          fileName: `${found.fileName}.pdf`,
          bytes,
          pages,
          standIn: fonts.some((name) => name.startsWith('NotoSerifSC')),
        }
      }),

    async 'print.html'(question) {
      const found = await printable(question)
      return { job: remember(found, question, null), title: found.title, fileName: `${found.fileName}.html`, html: await documentOf(ports, found, question.layout) }
    },

    async 'print.done'({ job, means, operator }) {
      const printed = jobs.get(job)
      if (!printed) throw new OfficeError('not-found', { kind: 'print' })
      await noteHandedOut(context, { ...printed, action: '打印', means, operator })
      return {}
    },
  }
}

function maskContent(content: Printable['content']): Printable['content'] {
  if (content.shape === 'sheets') return { ...content, spec: maskWorkbook(content.spec) }
  return { ...content, letters: content.letters.map(maskLetter) }
}

/** Chromium does not say how far it is: the bar nears its end the slower the longer it takes. */
function nearingEnd(task: Task, rows: number): () => void {
  const started = Date.now()
  const expected = 3000 + 10 * rows
  return () => {
    const share = 1 - Math.exp(-(Date.now() - started) / expected)
    task.progress(Math.floor(written + (99 - written) * share), 100)
  }
}
