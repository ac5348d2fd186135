import type { AuditAction } from '../../../../shared/domain/auditAction'
import { quoted } from '../../../../shared/domain/quoted'
import { auditRepository } from '../../db/repositories/auditRepository'
import { unitRepository } from '../../db/repositories/unitRepository'
import type { ServiceContext } from '../serviceContext'
import { describeQuestion, line } from './describeQuestion'
import { operatorOf } from './operatorOf'

/** Something that left the program: a file, or a sheet of paper. */
export interface HandedOut {
  action: Extract<AuditAction, '导出' | '打印'>
  /** As the person knows it: the name of the file, the title on paper. */
  name: string
  rows?: number | undefined
  /** What the call was asked. */
  question: Readonly<Record<string, unknown>>
  /** The name last typed on this data folder where it is undefined. */
  operator: string | undefined
  hidesPhones?: boolean | undefined
  /** How, where there are several ways. */
  means?: string
}

/** 操作日志: what was handed out, of which records, by whom. Rejects where the log cannot be written. */
export async function noteHandedOut({ gate, ports, changed }: ServiceContext, out: HandedOut): Promise<void> {
  const at = ports.clock.now()
  await gate.write(async (manager) => {
    const operator = await operatorOf(manager, out.operator)
    const changes = [
      ...describeQuestion(out.question, await unitRepository.list(manager)),
      ...(out.rows === undefined ? [] : [line('行数', out.rows)]),
      ...(out.means === undefined ? [] : [line('方式', out.means)]),
      ...(out.hidesPhones === undefined ? [] : [line('电话', out.hidesPhones ? '隐藏' : '未隐藏')]),
    ]
    const label = `${out.action}${quoted(out.name)}`
    await auditRepository.append(manager, [{ at, operator, action: out.action, entity: 'file', label, changes }], at)
  })
  changed(['log'])
}
