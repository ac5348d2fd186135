import type { ForkOptions, UtilityProcess } from 'electron'
import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import type { DoorMessage, OfficeMessage } from '../../host/message'
import type { FakeApp } from './fakeApp'

/** The program of a child: answers each message of the door. */
export type OfficeProgram = (message: DoorMessage, post: (message: OfficeMessage) => void) => void

/** An office that opens and echoes every call. */
export const echoOffice: OfficeProgram = (message, post) => {
  if (message.type === 'open') post({ type: 'opened' })
  if (message.type === 'close') post({ type: 'closed' })
  if (message.type === 'call') {
    post({ type: 'reply', id: message.id, reply: { ok: true, value: [message.name, message.input] } })
  }
}

/** A child process: messages are cloned and arrive later, a dead one hears and says nothing. */
export class FakeChild extends EventEmitter implements Pick<UtilityProcess, 'kill' | 'postMessage' | 'stderr'> {
  readonly received: DoorMessage[] = []
  readonly stderr: PassThrough | null
  isAlive = true
  wasKilled = false
  readonly #program: OfficeProgram

  constructor(program: OfficeProgram, options: ForkOptions) {
    super()
    this.#program = program
    const { stdio } = options
    this.stderr = stdio === 'pipe' || (Array.isArray(stdio) && stdio[2] === 'pipe') ? new PassThrough() : null
  }

  postMessage(message: DoorMessage): void {
    const copy = structuredClone(message)
    setImmediate(() => {
      if (!this.isAlive) return
      this.received.push(copy)
      this.#program(copy, (reply) => this.say(reply))
    })
  }

  say(message: OfficeMessage): void {
    const copy = structuredClone(message)
    setImmediate(() => {
      if (this.isAlive) this.emit('message', copy)
    })
  }

  kill(): boolean {
    if (!this.isAlive) return false
    this.wasKilled = true
    setImmediate(() => this.die(15))
    return true
  }

  die(code: number): void {
    if (!this.isAlive) return
    this.isAlive = false
    this.emit('exit', code)
  }
}

export class FakeUtilityProcess {
  readonly children: FakeChild[] = []
  readonly forks: { script: string; args: string[]; options: ForkOptions }[] = []
  program: OfficeProgram = echoOffice
  readonly #app: FakeApp

  constructor(app: FakeApp) {
    this.#app = app
  }

  fork = (script: string, args: string[] = [], options: ForkOptions = {}): FakeChild => {
    this.#app.refuseBeforeReady('utilityProcess')
    const child = new FakeChild(this.program, options)
    this.forks.push({ script, args, options })
    this.children.push(child)
    return child
  }
}
