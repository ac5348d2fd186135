import { randomBytes } from 'node:crypto'
import { contract, type CallName, type Output, type ParsedInput } from '../../shared/contract/index'
import type { Reply } from '../../shared/contract/reply'
import { OfficeError } from './officeError'
import type { OfficePorts } from './ports'
import { wellFormed } from './wellFormed'

/** One service function a contract call. */
export type Services = { [N in CallName]: (input: ParsedInput<N>) => Promise<Output<N>> }

/** Contract name → check → service → reply. Never throws: a reply is a value on every transport. */
export function createDispatch(services: Services, ports: Pick<OfficePorts, 'log'>) {
  return async function dispatch(name: string, input: unknown): Promise<Reply<unknown>> {
    if (!Object.hasOwn(contract, name)) {
      return { ok: false, failure: { code: 'invalid', details: { call: name } } }
    }
    const call = name as CallName
    const parsed = contract[call].input.safeParse(input)
    if (!parsed.success) {
      const issues = parsed.error.issues.map((issue) => ({
        path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
        code: issue.code,
      }))
      return { ok: false, failure: { code: 'invalid', details: { call }, issues } }
    }
    try {
      const service = services[call] as (input: unknown) => Promise<unknown>
      return { ok: true, value: await service(wellFormed(parsed.data)) }
    } catch (error) {
      if (error instanceof OfficeError) return { ok: false, failure: error.toFailure() }
      const reference = randomBytes(4).toString('hex')
      const { message, stack } = error instanceof Error ? error : new Error(String(error))
      ports.log({ level: 'error', message: `${call}: ${message}`, reference, ...(stack ? { stack } : {}) })
      return { ok: false, failure: { code: 'unexpected', details: { call }, reference } }
    }
  }
}
