import { randomBytes } from 'node:crypto'
import type { Failure } from '../../shared/contract/reply'
import { createOffice, type Office } from '../office/createOffice'
import { OfficeError } from '../office/officeError'
import type { DoorMessage, HostParts, OfficeMessage, Port } from './message'
import { systemClock } from './systemClock'

/** The office's end: opens it when told to, answers calls, passes events on. `parts` are its host's ways. */
export function serveOffice(port: Port<OfficeMessage, DoorMessage>, parts: HostParts): void {
  let office: Office | undefined
  port.listen((message) => {
    void receive(message)
  })

  async function receive(message: DoorMessage): Promise<void> {
    switch (message.type) {
      case 'open':
        try {
          office = await createOffice({
            ...message.options,
            clock: systemClock,
            log: (entry) => port.post({ type: 'log', ...entry }),
            emit: (event) => port.post({ type: 'event', event }),
            ...parts,
          })
          port.post({ type: 'opened' })
        } catch (error) {
          port.post({ type: 'refused', failure: toFailure(error, port) })
        }
        return
      case 'call': {
        const reply = office
          ? await office.dispatch(message.name, message.input)
          : ({ ok: false, failure: { code: 'cancelled', details: {} } } as const)
        port.post({ type: 'reply', id: message.id, reply })
        return
      }
      case 'close':
        try {
          await office?.close()
        } catch (error) {
          port.post({ type: 'log', level: 'error', ...describe(error) })
        }
        office = undefined
        port.post({ type: 'closed' })
    }
  }
}

function toFailure(error: unknown, port: Port<OfficeMessage, DoorMessage>): Failure {
  if (error instanceof OfficeError) return error.toFailure()
  const reference = randomBytes(4).toString('hex')
  port.post({ type: 'log', level: 'error', reference, ...describe(error) })
  return { code: 'unexpected', details: {}, reference }
}

function describe(error: unknown): { message: string; stack?: string } {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { message, ...(stack ? { stack } : {}) }
}
