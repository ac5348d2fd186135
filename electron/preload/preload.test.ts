import { expect, it, vi } from 'vitest'
import { callChannel, eventChannel } from './channels'

const { ipcRenderer, exposed } = vi.hoisted(() => ({
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), off: vi.fn() },
  exposed: new Map<string, unknown>(),
}))
vi.mock('electron', () => ({
  ipcRenderer,
  contextBridge: { exposeInMainWorld: (key: string, api: unknown) => exposed.set(key, api) },
}))

interface Office {
  call(name: string, input: unknown): Promise<unknown>
  onEvent(listener: (event: unknown) => void): () => void
}

it('shows the page two functions and nothing else of the desktop', async () => {
  await import('./preload')
  expect([...exposed.keys()]).toEqual(['office'])
  const office = exposed.get('office') as Office
  expect(Object.keys(office)).toEqual(['call', 'onEvent'])

  ipcRenderer.invoke.mockResolvedValue({ ok: true, value: 1 })
  expect(await office.call('office.status', {})).toEqual({ ok: true, value: 1 })
  expect(ipcRenderer.invoke).toHaveBeenCalledWith(callChannel, 'office.status', {})

  const listener = vi.fn()
  const stop = office.onEvent(listener)
  const [channel, forward] = ipcRenderer.on.mock.calls[0] as [string, (event: object, value: unknown) => void]
  expect(channel).toBe(eventChannel)
  forward({ sender: 'must not reach the page' }, { type: 'task.progress' })
  expect(listener).toHaveBeenCalledWith({ type: 'task.progress' })
  stop()
  expect(ipcRenderer.off).toHaveBeenCalledWith(eventChannel, forward)
})
