import { randomBytes } from 'node:crypto'
import { contract, type CallName, type Output, type ParsedInput } from '../../shared/contract/index'
import type { Reply } from '../../shared/contract/reply'
import { OfficeError } from './officeError'
import type { OfficePorts } from './ports'
import { wellFormed } from './wellFormed'
import { framesOf, withoutValues } from './withoutValues'

/** One service function a contract call. */
export type Services = { [N in CallName]: (input: ParsedInput<N>) => Promise<Output<N>> }

/** Calls about the data folder, answered whether or not its ledger can be opened. */
export type FolderCall = Extract<CallName, `backup.${string}` | `recovery.${string}` | `diagnosis.${string}` | `password.${string}`>
export type FolderServices = Pick<Services, FolderCall>
/** Calls about what is in the ledger. */
export type OfficeServices = Omit<Services, FolderCall>

/** Brings a call to its service, for as long as the service is at work. */
export type Way = (run: (service: (input: never) => Promise<unknown>) => Promise<unknown>) => Promise<unknown>

/** Contract name → check → service → reply. Never throws: a reply is a value on every transport. */
export function createDispatch(wayTo: (call: CallName) => Way, ports: Pick<OfficePorts, 'log'>) {
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
      const value = await wayTo(call)((service) => (service as (input: unknown) => Promise<unknown>)(wellFormed(parsed.data)))
      return { ok: true, value }
    } catch (error) {
      if (error instanceof OfficeError) return { ok: false, failure: error.toFailure() }
      const reference = randomBytes(4).toString('hex')
      const { message, stack } = error instanceof Error ? error : new Error(String(error))
      ports.log({ level: 'error', message: `${call}: ${withoutValues(message)}`, reference, ...(stack ? { stack: framesOf(stack) } : {}) })
      return { ok: false, failure: { code: 'unexpected', details: { call }, reference } }
    }
  }
}
