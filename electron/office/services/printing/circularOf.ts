import type { ParsedInput } from '../../../../shared/contract/index'
import { s15Of } from '../returnsService'
import type { ServiceContext } from '../serviceContext'
import { circular } from './circular'
import type { Printable } from './printable'

/** 通报 of 报送情况. */
export async function circularOf(context: ServiceContext, question: ParsedInput<'statistics.exportS15'>): Promise<Printable> {
  const table = await s15Of(context, question)
  const name = `报送情况通报(${question.from}至${question.to})`
  return { title: name, fileName: name, rows: table.rows.length, content: { shape: 'letters', letters: [circular({ table, today: context.ports.clock.today() })] } }
}
