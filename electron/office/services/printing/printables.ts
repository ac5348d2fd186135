import type { z } from 'zod'
import type { printedThing } from '../../../../shared/contract/print'
import { matrixWorkbookOf } from '../deliveryService'
import { figureWorkbookOf } from '../figureService'
import { goalWorkbookOf } from '../goalService'
import { ledgerWorkbookOf } from '../ledgerSheetService'
import { recordWorkbookOf } from '../recordPages'
import { s15WorkbookOf } from '../returnsService'
import type { ServiceContext } from '../serviceContext'
import { formWorkbookOf } from '../workbooks/formWorkbookOf'
import { tableWorkbookOf } from '../workbooks/tableWorkbookOf'
import { circularOf } from './circularOf'
import { electionLettersOf } from './electionLettersOf'
import { enterpriseCardsOf } from './enterpriseCardsOf'
import { asPrintable, type Printable } from './printable'
import { visitCardsOf } from './visitCardsOf'

type Thing = z.output<typeof printedThing>
type Question<K extends Thing['kind']> = Extract<Thing, { kind: K }>['question']
type Printables = { [K in Thing['kind']]: (context: ServiceContext, question: Question<K>) => Promise<Printable> }

/** How each thing that can be printed comes about. */
const printables: Printables = {
  form: async (context, question) => asPrintable(await formWorkbookOf(context, question)),
  table: async (context, question) => asPrintable(await tableWorkbookOf(context, question)),
  s15: async (context, question) => asPrintable(await s15WorkbookOf(context, question)),
  ledger: async (context, question) => asPrintable(await ledgerWorkbookOf(context, question)),
  records: async (context, question) => asPrintable(await recordWorkbookOf(context, question)),
  deliveries: async (context, question) => asPrintable(await matrixWorkbookOf(context, question)),
  goals: async (context, question) => asPrintable(await goalWorkbookOf(context, question)),
  figures: async (context, question) => asPrintable(figureWorkbookOf(context, question)),
  enterpriseCards: enterpriseCardsOf,
  visitCards: visitCardsOf,
  electionLetters: electionLettersOf,
  circular: circularOf,
}

export function printableOf<K extends Thing['kind']>(context: ServiceContext, { kind, question }: { kind: K; question: Question<K> }): Promise<Printable> {
  return printables[kind](context, question)
}
