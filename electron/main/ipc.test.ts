import { describe, expect, it } from 'vitest'
import { callChannel, eventChannel } from '../preload/channels'
import { answerCalls, sendEvent } from './ipc'
import { createFakeElectron } from './testing/fakeElectron'
import { FakeContents } from './testing/fakeWindow'

const ownPage = { url: 'app://ledger/index.html#/import', parent: null }

function answeringOffice() {
  const { fake, electron } = createFakeElectron({})
  const calls: [string, unknown][] = []
  answerCalls(electron.ipcMain, (name, input) => {
    calls.push([name, input])
    return Promise.resolve({ ok: true, value: 7 })
  })
  const invoke = (frame: object | null, ...args: unknown[]) => fake.ipcMain.invoke(callChannel, frame, ...args)
  return { calls, invoke }
}

describe('answerCalls', () => {
  it('passes a call of the own page to the office, bytes included', async () => {
    const { calls, invoke } = answeringOffice()
    const bytes = new Uint8Array([80, 75, 3, 4])
    expect(await invoke(ownPage, 'import.read', { name: '表.xlsx', bytes })).toEqual({ ok: true, value: 7 })
    expect(calls).toEqual([['import.read', { name: '表.xlsx', bytes }]])
  })

  it.each([
    ['another site', { url: 'https://example.com/', parent: null }],
    ['another host of the scheme', { url: 'app://other/index.html', parent: null }],
    ['a local file', { url: 'file:///C:/page.html', parent: null }],
    ['a blob of the own page', { url: 'blob:app://ledger/1', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a frame inside the own page', { url: 'app://ledger/index.html', parent: ownPage }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_who, frame) => {
    const { calls, invoke } = answeringOffice()
    await expect(invoke(frame, 'office.status', {})).rejects.toThrow('foreign frame')
    expect(calls).toEqual([])
  })

  it.each([undefined, null, 7, {}, ['office.status']])('answers a call named %j as invalid', async (name) => {
    const { calls, invoke } = answeringOffice()
    expect(await invoke(ownPage, name, {})).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(calls).toEqual([])
  })
})

describe('sendEvent', () => {
  it('sends to the page, and to none that is gone', () => {
    const contents = new FakeContents()
    const event = { type: 'office.changed', areas: ['enterprise'], revision: 3 } as const
    sendEvent(contents, { ...event, areas: [...event.areas] })
    expect(contents.sent).toEqual([{ channel: eventChannel, args: [event] }])
    contents.isGone = true
    expect(() => sendEvent(contents, { ...event, areas: [] })).not.toThrow()
  })
})
