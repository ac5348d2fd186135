import { contract, type CallName, type Contract } from '../../../../shared/contract/index'
import type { Services } from '../../dispatch'
import { phoneHiding } from '../../phoneHiding'
import type { ServiceContext } from '../serviceContext'
import { noteHandedOut } from './noteHandedOut'

/** Calls that hand out a file, by the contract. */
export type FileCall = { [N in CallName]: Contract[N] extends { handsOut: true } ? N : never }[CallName]

/** What each of them is asked and answers, whatever else it is asked and answers. */
interface Asked {
  operator?: string
  hidePhones?: boolean
}
interface Answered {
  fileName: string
  rows?: number
}

export const fileCalls: readonly FileCall[] = (Object.keys(contract) as CallName[]).filter(isFileCall)

function isFileCall(call: CallName): call is FileCall {
  return 'handsOut' in contract[call]
}

/** What goes to a unit to be filled in or put right keeps its numbers unless the person chooses otherwise. */
const sentOut = /^template\.|\.return$/

/**
 * Services whose calls marked `handsOut` in the contract are logged before their file goes out: a service says nothing
 * of it and cannot forget to. Where the log cannot be written the file is not handed out.
 */
export function withHandedOut<S extends Pick<Services, FileCall>>(services: S, context: ServiceContext): S {
  const noted = fileCalls.map((call) => {
    const service: (input: never) => Promise<Answered> = services[call]
    const handOut = async (input: never): Promise<Answered> => {
      const { operator, hidePhones, ...question }: Asked = input
      const hidesPhones = hidePhones ?? (!sentOut.test(call) && (await context.settings()).privacy.hideExported)
      const answer = await phoneHiding.run(hidesPhones, () => service(input))
      await noteHandedOut(context, { action: '导出', name: answer.fileName, rows: answer.rows, question, operator, hidesPhones })
      return answer
    }
    return [call, handOut]
  })
  return { ...services, ...Object.fromEntries(noted) }
}
