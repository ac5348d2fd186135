import { describe, expect, it, vi } from 'vitest'
import type { OfficeEvent } from '../../shared/contract/events'
import type { Failure } from '../../shared/contract/reply'
import { startOfficeHost } from './officeHost'
import { createFakeElectron } from './testing/fakeElectron'
import { echoOffice, type OfficeProgram } from './testing/fakeUtilityProcess'

const options = { dataFolder: '/data', version: '1.2.3', demo: false }
const idle = () => new Promise((resolve) => setTimeout(resolve, 20))

async function hostOf(program: OfficeProgram = echoOffice, closeLimit?: number) {
  const { fake, electron } = createFakeElectron({})
  await fake.app.becomeReady()
  fake.utilityProcess.program = program
  const logged: string[] = []
  const events: OfficeEvent[] = []
  const refusals: Failure[] = []
  const host = startOfficeHost({
    utilityProcess: electron.utilityProcess,
    BrowserWindow: electron.BrowserWindow,
    session: electron.session,
    script: '/app/officeProcess.js',
    readerScript: '/app/readerProcess.js',
    options,
    log: ({ message }) => logged.push(message),
    emit: (event) => events.push(event),
    onRefused: (failure) => refusals.push(failure),
    ...(closeLimit === undefined ? {} : { closeLimit }),
  })
  return { host, logged, events, refusals, children: fake.utilityProcess.children, forks: fake.utilityProcess.forks }
}

describe('startOfficeHost', () => {
  it('opens the office in a process of its own and waits for it', async () => {
    const { host, children, forks } = await hostOf()
    expect(await host.dispatch('office.status', {})).toEqual({ ok: true, value: ['office.status', {}] })
    expect(forks.map(({ script }) => script)).toEqual(['/app/officeProcess.js'])
    expect(children[0]?.received[0]).toEqual({ type: 'open', options })
  })

  it('passes on events and what the process complains of', async () => {
    const { host, children, events, logged } = await hostOf()
    await host.dispatch('office.status', {})
    const event: OfficeEvent = { type: 'office.changed', areas: ['unit'], revision: 2 }
    children[0]?.say({ type: 'event', event })
    children[0]?.stderr?.write('something odd\n')
    await idle()
    expect(events).toEqual([event])
    expect(logged).toEqual(['office: something odd'])
  })

  it('starts an office that died once more; what waited is answered as cancelled', async () => {
    const silent: OfficeProgram = (message, post) => {
      if (message.type !== 'call' || message.name !== 'slow') echoOffice(message, post)
    }
    const { host, children, refusals, logged, events } = await hostOf(silent)
    await host.dispatch('office.status', {})
    const waiting = host.dispatch('slow', {})
    await idle()
    children[0]?.die(139)
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(await host.dispatch('unit.list', {})).toEqual({ ok: true, value: ['unit.list', {}] })
    expect(children).toHaveLength(2)
    expect(refusals).toEqual([])
    expect(logged).toEqual(['office: ended with code 139'])
    children[1]?.say({ type: 'event', event: { type: 'office.changed', areas: ['unit'], revision: 9 } })
    await idle()
    expect(events).toHaveLength(1)
  })

  it('gives up when it dies again', async () => {
    const { host, children, refusals } = await hostOf()
    await host.dispatch('office.status', {})
    children[0]?.die(1)
    await host.dispatch('office.status', {})
    children[1]?.die(1)
    expect(await host.dispatch('office.status', {})).toMatchObject({ ok: false, failure: { code: 'unexpected' } })
    expect(children).toHaveLength(2)
    expect(refusals).toEqual([{ code: 'unexpected', details: {} }])
  })

  it('starts one that died while opening once more, and gives up after that', async () => {
    const { host, children, refusals } = await hostOf(() => undefined)
    const waiting = host.dispatch('office.status', {})
    await idle()
    children[0]?.die(1)
    await idle()
    children[1]?.die(1)
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'unexpected' } })
    expect(refusals).toHaveLength(1)
    expect(children).toHaveLength(2)
  })

  it('says nothing of one that died while opening when the next one opens', async () => {
    let isFirst = true
    const { host, children, refusals } = await hostOf((message, post) => {
      if (!isFirst) echoOffice(message, post)
    })
    const waiting = host.dispatch('office.status', {})
    await idle()
    isFirst = false
    children[0]?.die(1)
    expect(await waiting).toEqual({ ok: true, value: ['office.status', {}] })
    expect(refusals).toEqual([])
  })

  it('tells a refusal once and starts nothing more', async () => {
    const failure: Failure = { code: 'newer-database', details: { version: '9' } }
    const { host, children, refusals } = await hostOf((message, post) => {
      if (message.type === 'open') post({ type: 'refused', failure })
    })
    expect(await host.dispatch('office.status', {})).toEqual({ ok: false, failure })
    await idle()
    expect(refusals).toEqual([failure])
    expect(children.map(({ isAlive }) => isAlive)).toEqual([false])
  })

  it('closes the office before ending its process', async () => {
    const { host, children } = await hostOf()
    await host.dispatch('office.status', {})
    await host.close()
    await idle()
    expect(children[0]?.received.at(-1)).toEqual({ type: 'close' })
    expect(children[0]?.wasKilled).toBe(true)
    expect(children).toHaveLength(1)
  })

  it('waits only so long for an office that hangs', async () => {
    const { host, children } = await hostOf((message, post) => {
      if (message.type !== 'close') echoOffice(message, post)
    }, 30)
    await host.dispatch('office.status', {})
    const closed = vi.fn()
    await host.close().then(closed)
    expect(closed).toHaveBeenCalledOnce()
    expect(children[0]?.wasKilled).toBe(true)
  })
})
